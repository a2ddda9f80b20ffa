import { inTenant } from '@highwater/db';
import type { RepairId, TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';

/** A repair gives its place in the queue to others after this. */
const TURN_MS = 20_000;

/** One job's share of a run. */
export interface Turn {
  /** True when it is time to stop; the rest of the run is enqueued then. */
  isOver(): Promise<boolean>;
}

export function startTurn(
  deps: Pick<ChainDeps, 'database' | 'enqueue'>,
  run: { readonly tenantId: TenantId; readonly runId: RepairId },
  queue: 'reopen-pages' | 'reparse-messages',
  signal: AbortSignal | undefined,
): Turn {
  const end = performance.now() + TURN_MS;
  return {
    async isOver() {
      if (signal?.aborted !== true && performance.now() < end) return false;
      await inTenant(deps.database, run.tenantId, (tx) => deps.enqueue(tx, queue, run));
      return true;
    },
  };
}
