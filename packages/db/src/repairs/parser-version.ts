import type { ConnectionId, TenantId } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Connections that may hold messages which an older parser made. */
export async function listOutdatedConnections(
  tx: PlatformTx,
  parserVersion: number,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly connectionId: ConnectionId }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; connectionId: ConnectionId }>(
    `SELECT tenant_id AS "tenantId", connection_id AS "connectionId" FROM hw.connections
     WHERE parser_version < $1 ORDER BY created_at LIMIT $2`,
    [parserVersion, limit],
  );
  return rows;
}

/** Notes that no message of the connection is older than this parser, when that is so. */
export async function markParser(tx: TenantTx, connectionId: ConnectionId, parserVersion: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connections c SET parser_version = $3
     WHERE c.tenant_id = $1 AND c.connection_id = $2 AND c.parser_version < $3
       AND NOT EXISTS (SELECT FROM hw.messages m
         WHERE m.tenant_id = $1 AND m.connection_id = $2 AND m.parser_version < $3)`,
    [tx.tenantId, connectionId, parserVersion],
  );
  return rowCount === 1;
}
