import type { ConnectionId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Notes an event's signature; false when it was noted before: somebody sends it again. */
export async function keepCallbackSignature(
  tx: TenantTx,
  connectionId: ConnectionId,
  signature: string,
  at: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.callback_replays (tenant_id, connection_id, signature, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [tx.tenantId, connectionId, signature, new Date(at)],
  );
  return rowCount === 1;
}

/** Counts an accepted event; `day` is a day of the tenant's zone. */
export async function countCallback(tx: TenantTx, connectionId: ConnectionId, day: string, at: UnixMs): Promise<void> {
  await tx.query(
    `INSERT INTO hw.callbacks AS c (tenant_id, connection_id, day, last_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, connection_id, day) DO UPDATE SET count = c.count + 1, last_at = excluded.last_at`,
    [tx.tenantId, connectionId, day, new Date(at)],
  );
}

export interface CallbackDay {
  /** "YYYY-MM-DD" in the tenant's zone as it then was. */
  readonly day: string;
  readonly count: number;
  readonly lastAt: UnixMs;
}

/** Days since `sinceDay` on which WeCom called, newest first; days without events have no row. */
export async function listCallbackDays(
  tx: TenantTx,
  connectionId: ConnectionId,
  sinceDay: string,
): Promise<readonly CallbackDay[]> {
  const { rows } = await tx.query<CallbackDay>(
    `SELECT day::text AS day, count, last_at AS "lastAt" FROM hw.callbacks
     WHERE tenant_id = $1 AND connection_id = $2 AND day >= $3 ORDER BY day DESC`,
    [tx.tenantId, connectionId, sinceDay],
  );
  return rows;
}

/** Forgets signatures noted before `before`: their time stamps are refused by themselves. Returns how many. */
export async function pruneCallbackSignatures(tx: TenantTx, before: UnixMs): Promise<number> {
  const { rowCount } = await tx.query('DELETE FROM hw.callback_replays WHERE tenant_id = $1 AND at < $2', [
    tx.tenantId,
    new Date(before),
  ]);
  return rowCount;
}

/** Tenants that have signatures to forget. */
export async function listStaleCallbackTenants(
  tx: PlatformTx,
  before: UnixMs,
  limit: number,
): Promise<readonly TenantId[]> {
  const { rows } = await tx.query<{ tenantId: TenantId }>(
    'SELECT DISTINCT tenant_id AS "tenantId" FROM hw.callback_replays WHERE at < $1 LIMIT $2',
    [new Date(before), limit],
  );
  return rows.map((row) => row.tenantId);
}
