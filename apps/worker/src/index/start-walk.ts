import { randomUUID } from 'node:crypto';
import { ensureIndexState, startIndexRun, type IndexWork, type TenantTx } from '@highwater/db';
import type { MemberId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { INDEX_VERSION } from '@highwater/search';

/** Has the index of the transaction's company checked or made anew. A rebuild under way is not held up by a check. */
export async function startWalk(
  deps: Pick<ChainDeps, 'enqueue' | 'clock'>,
  tx: TenantTx,
  work: Exclude<IndexWork, 'fill'>,
  askedBy: MemberId | null = null,
): Promise<void> {
  await ensureIndexState(tx, INDEX_VERSION);
  const runId = await startIndexRun(tx, {
    runId: randomUUID(),
    engine: 'postgres',
    work,
    version: INDEX_VERSION,
    generation: null,
    askedBy,
    now: deps.clock.now(),
    overtakes: work === 'rebuild' ? ['check'] : [],
  });
  await deps.enqueue(tx, 'check-index', { tenantId: tx.tenantId, runId });
}
