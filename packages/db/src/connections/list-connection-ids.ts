import type { ConnectionId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export async function listConnectionIds(tx: TenantTx): Promise<readonly ConnectionId[]> {
  const { rows } = await tx.query<{ connectionId: ConnectionId }>(
    'SELECT connection_id AS "connectionId" FROM hw.connections WHERE tenant_id = $1 ORDER BY created_at, connection_id',
    [tx.tenantId],
  );
  return rows.map((row) => row.connectionId);
}
