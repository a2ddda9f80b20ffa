import { MEDIA_LANES, laneOf, unblockMedia, type TenantTx } from '@highwater/db';
import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';

/** Sets the lanes of a connection going in which these wanted files are: one job per lane, however many files. */
export async function enqueueLanes(
  deps: Pick<ChainDeps, 'enqueueMany'>,
  tx: TenantTx,
  connectionId: ConnectionId,
  wanted: readonly { readonly expectedSize: string | null }[],
): Promise<void> {
  const lanes = new Set(wanted.map((file) => laneOf(file.expectedSize)));
  const jobs = MEDIA_LANES.filter((lane) => lanes.has(lane)).map((lane) => ({
    tenantId: tx.tenantId,
    connectionId,
    lane,
  }));
  await deps.enqueueMany(tx, 'fetch-media', jobs);
}

/** Has the files of a connection come that waited for a cause which is cured. */
export async function goOnWithFiles(
  deps: Pick<ChainDeps, 'enqueueMany'>,
  tx: TenantTx,
  connectionId: ConnectionId,
  now: UnixMs,
): Promise<void> {
  if ((await unblockMedia(tx, connectionId, now)) === 0) return;
  const jobs = MEDIA_LANES.map((lane) => ({ tenantId: tx.tenantId, connectionId, lane }));
  await deps.enqueueMany(tx, 'fetch-media', jobs);
}
