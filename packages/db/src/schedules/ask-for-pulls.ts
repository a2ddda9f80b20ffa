import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * Makes every connection of the tenant due now, so that a pull whose job was lost is begun by the sweep, and so that
 * `readArchiveSettled` can tell a pull that ended after now from one that is still at its pages. Returns them.
 */
export async function askForPulls(tx: TenantTx, now: UnixMs): Promise<readonly ConnectionId[]> {
  const { rows } = await tx.query<{ connectionId: ConnectionId }>(
    `UPDATE hw.connections SET next_pull_at = least(next_pull_at, $2) WHERE tenant_id = $1
     RETURNING connection_id AS "connectionId"`,
    [tx.tenantId, new Date(now)],
  );
  return rows.map((row) => row.connectionId);
}
