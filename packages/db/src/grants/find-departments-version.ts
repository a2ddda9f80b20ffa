import type { ConnectionId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * A text that is another one after every change of who is in which department of these connections, or of their trees: with
 * the commit that changes it. What is read after it is at least as new.
 */
export async function findDepartmentsVersion(tx: TenantTx, connectionIds: readonly ConnectionId[]): Promise<string> {
  const { rows } = await tx.query<{ connectionId: ConnectionId; version: string }>(
    `SELECT connection_id AS "connectionId", version::text FROM hw.department_versions
     WHERE tenant_id = $1 AND connection_id = ANY($2::uuid[]) ORDER BY connection_id`,
    [tx.tenantId, connectionIds],
  );
  return rows.map(({ connectionId, version }) => `${connectionId} ${version}`).join(', ');
}
