import { randomUUID } from 'node:crypto';
import { countQuarantined, startRepair, type TenantTx } from '@highwater/db';
import type { ConnectionId, RepairId, TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';

/** Has the envelopes opened that waited for the key of a version; nothing when none did. */
export async function startReopening(
  deps: Pick<ChainDeps, 'enqueue' | 'clock'>,
  tx: TenantTx,
  { tenantId, connectionId }: { readonly tenantId: TenantId; readonly connectionId: ConnectionId },
  publickeyVer: number,
): Promise<void> {
  const scope = { cause: null, publickeyVer };
  if ((await countQuarantined(tx, connectionId, scope)) === 0) return;
  const runId = await startRepair(tx, {
    ...scope,
    runId: randomUUID() as RepairId,
    connectionId,
    work: 'reopen',
    among: null,
    askedBy: null,
    now: deps.clock.now(),
  });
  if (runId !== undefined) await deps.enqueue(tx, 'reopen-pages', { tenantId, runId });
}
