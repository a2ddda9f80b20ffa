import { holdFeed, inTenant, type TenantTx } from '@highwater/db';
import type { SearchIndexWriter, UnixMs } from '@highwater/domain';
import type { OpenPageDeps } from '../../open/open-page.ts';
import type { MessageKeys } from '../../open/message-keys.ts';

/** Nobody else feeds a company this long after the last sign of life: longer than the server may take for an answer. */
export const CLAIM_MS = 3 * 60_000;

/** What one worker needs while it feeds the outside index of a company that it has claimed. */
export interface FeedWork {
  readonly deps: OpenPageDeps;
  readonly writer: SearchIndexWriter;
  readonly keys: MessageKeys;
  readonly claim: number;
}

/** Somebody else feeds the company by now: what this worker still has to write counts no more. */
export class ClaimLost extends Error {}

/** A transaction of the feeding worker; throws ClaimLost when it is not the one any more. */
export function whileClaimed<Result>(
  { deps, keys, claim }: FeedWork,
  work: (tx: TenantTx, now: UnixMs) => Promise<Result>,
): Promise<Result> {
  return inTenant(deps.database, keys.tenantId, async (tx) => {
    const now = deps.clock.now();
    if (!(await holdFeed(tx, claim, now + CLAIM_MS))) throw new ClaimLost();
    return work(tx, now);
  });
}

const MINUTE_MS = 60_000;
const LONGEST_MS = 6 * 60 * MINUTE_MS;

/** When something that was refused `attempts` times is tried again: after 1, 2, 4 … minutes, 6 hours at most. */
export function retryAt(now: UnixMs, attempts: number): UnixMs {
  return now + Math.min(MINUTE_MS * 2 ** Math.min(attempts, 10), LONGEST_MS);
}
