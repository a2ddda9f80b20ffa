import { setTimeout as sleep } from 'node:timers/promises';
import { FaultError } from '@highwater/domain';
import type { CallFamily } from './call-families.ts';
import type { CallLimits } from './create-call-limits.ts';

/** A caller waits this long for its turn; beyond that it is told when to come again. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Resolves when the corp's next call of the family may go. Throws `wecom.throttled` (detail: retryAfterSeconds) when
 * that is not within ten seconds.
 */
export async function waitForCall(
  limits: CallLimits,
  corpId: string,
  family: CallFamily,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<void> {
  let left = LONGEST_WAIT_MS;
  for (let ms = limits.take(corpId, family); ms > 0; ms = limits.take(corpId, family)) {
    if (ms > left) throw throttled(ms);
    left -= ms;
    await wait(ms);
  }
}

/** No call goes for so many milliseconds; with the errcode by which WeCom said so. */
export function throttled(ms: number, errcode?: number): FaultError {
  const detail = { retryAfterSeconds: Math.ceil(ms / 1000), ...(errcode === undefined ? {} : { errcode }) };
  return new FaultError('wecom.throttled', { detail });
}
