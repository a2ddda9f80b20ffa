import { finishPull, inTenant, listConnections, raiseFinding, type TenantTx } from '@highwater/db';
import {
  FAULTS,
  type ConnectionId,
  type FaultDetail,
  type FaultError,
  type TenantId,
  type UnixMs,
} from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';

/** First wait after a fault that may pass by itself; doubles with each one in a row, up to the usual interval. */
const SHORTEST_WAIT_MS = 5_000;

/** Tells the tenant why a pull ended early and says when the next one is due. */
export async function reportPullFault(
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  { fault, detail }: FaultError,
): Promise<void> {
  const now = deps.clock.now();
  const interval = deps.settings.pullIntervalMs;
  deps.log.warn('pull ended early', { tenantId, connectionId, fault });
  await inTenant(deps.database, tenantId, async (tx) => {
    const said =
      fault === 'archive.window_passed' ? { ...detail, ...(await lostBefore(tx, connectionId, now)) } : detail;
    const times = await raiseFinding(tx, { fault, subject: `connection:${connectionId}`, detail: said, now });
    // The checks of the connection say the same as its findings.
    if (times === 1) await deps.enqueue(tx, 'run-preflight', { tenantId, connectionId });
    const backoff = SHORTEST_WAIT_MS * 2 ** Math.min(times - 1, 20);
    // Jitter: connections that failed together do not come back together.
    const wait = FAULTS[fault].retry ? Math.min(interval, backoff * (0.75 + Math.random() / 2)) : interval;
    // After a refusal for frequency nothing goes before the pause is over.
    const pause = Number(detail['retryAfterSeconds'] ?? 0) * 1000;
    await finishPull(tx, connectionId, { now, answered: false, nextPullAt: Math.round(now + Math.max(wait, pause)) });
  });
}

/** What WeCom says it no longer has: what came since its last good answer. */
async function lostBefore(tx: TenantTx, connectionId: ConnectionId, now: UnixMs): Promise<FaultDetail> {
  const [connection] = await listConnections(tx, connectionId);
  return connection === undefined ? {} : { since: connection.lastAnswerAt ?? connection.createdAt, until: now };
}
