import type { ConnectionId, TenantId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface NewConnection {
  readonly connectionId: ConnectionId;
  readonly corpId: string;
  readonly name: string;
  /** The archive secret, sealed to the worker. */
  readonly secretSealed: Uint8Array;
  readonly secretSetAt: UnixMs;
  readonly secretSetBy: string;
  readonly now: UnixMs;
  /** The parser that will read its messages; 1, the first, unless told. */
  readonly parserVersion?: number;
}

/** A connection whose archive secret has just worked; its first pull is due at once. */
export async function insertConnection(tx: TenantTx, connection: NewConnection): Promise<void> {
  await tx.query(
    `INSERT INTO hw.connections
       (tenant_id, connection_id, corp_id, name, secret_sealed, secret_set_at, secret_set_by, created_at, next_pull_at,
        parser_version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)`,
    [
      tx.tenantId,
      connection.connectionId,
      connection.corpId,
      connection.name,
      connection.secretSealed,
      new Date(connection.secretSetAt),
      connection.secretSetBy,
      new Date(connection.now),
      connection.parserVersion ?? 1,
    ],
  );
}

/**
 * Binds a corp to this tenant and connection. False when it is bound already, to whichever tenant: row-level security
 * hides the other's row, the primary key does not.
 */
export async function claimCorp(
  tx: TenantTx,
  corpId: string,
  connectionId: ConnectionId,
  now: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.corp_claims (corp_id, tenant_id, connection_id, claimed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [corpId, tx.tenantId satisfies TenantId, connectionId, new Date(now)],
  );
  return rowCount === 1;
}
