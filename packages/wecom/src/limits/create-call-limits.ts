import type { UnixMs } from '@highwater/domain';
import { ADDRESS_BUDGET, BUDGETS, isForContacts, type Budget, type CallFamily } from './call-families.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

export interface CallLimits {
  /** Takes one call of a corp: 0 when it may go now, else the milliseconds until one may. */
  take(corpId: string, family: CallFamily): number;
  /** Gives a call back: a full page does not count, the next one comes right behind it. */
  giveBack(corpId: string, family: CallFamily): void;
  /** WeCom refused a call for its frequency (45009, 45033): returns for how many milliseconds nothing more goes. */
  block(corpId: string, family: CallFamily, errcode: number): number;
  /** WeCom answered otherwise: the next refusal counts as the first. */
  accept(corpId: string, family: CallFamily): void;
}

/** Too many at once: over as soon as others have ended. */
const CONCURRENCY = 45033;
const CONCURRENCY_PAUSE_MS = 5_000;
/** WeCom blocks for 60 s, then 60 min, then longer, by severity (docs 90312, 90454): the pause doubles in between. */
const SHORTEST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** Corps that one process serves in a while; beyond, those at rest are forgotten. */
const MOST_BUCKETS = 5_000;

interface Kept {
  readonly bucket: TokenBucket;
  refusals: number;
}

/** Budgets in memory, per corp and call family, and one of this address; all begin full. Those not given are the usual. */
export function createCallLimits(
  now: () => UnixMs,
  given: Readonly<Partial<Record<CallFamily | 'address', Budget>>> = {},
): CallLimits {
  const budgets = { ...BUDGETS, ...given };
  const kept = new Map<string, Kept>();
  const address = createTokenBucket(given.address ?? ADDRESS_BUDGET, now());

  function of(corpId: string, family: CallFamily): Kept {
    const key = `${family} ${corpId}`;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= MOST_BUCKETS) {
      for (const [other, { bucket }] of kept) if (bucket.isAtRest(now())) kept.delete(other);
    }
    const made = { bucket: createTokenBucket(budgets[family], now()), refusals: 0 };
    kept.set(key, made);
    return made;
  }

  return {
    take(corpId, family) {
      const { bucket } = of(corpId, family);
      const wait = bucket.take(now());
      if (wait > 0 || !isForContacts(family)) return wait;
      const waitForAddress = address.take(now());
      if (waitForAddress > 0) bucket.giveBack();
      return waitForAddress;
    },
    giveBack: (corpId, family) => of(corpId, family).bucket.giveBack(),
    block(corpId, family, errcode) {
      const entry = of(corpId, family);
      const pause =
        errcode === CONCURRENCY
          ? CONCURRENCY_PAUSE_MS
          : Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** Math.min(entry.refusals, 10));
      entry.refusals += 1;
      entry.bucket.block(now() + pause);
      return pause;
    },
    accept(corpId, family) {
      of(corpId, family).refusals = 0;
    },
  };
}

/** For callers that count nothing, such as tests of something else. */
export const NO_LIMITS: CallLimits = {
  take: () => 0,
  giveBack: () => undefined,
  block: () => 0,
  accept: () => undefined,
};
