import type { ConnectionId, KeyId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface ConnectionKey {
  readonly keyId: KeyId;
  /** PKCS#8 PEM, sealed to the worker. */
  readonly privateSealed: Buffer;
  /** WeCom's number for it; null until a message proved it. */
  readonly publickeyVer: number | null;
}

/** The private key comes sealed to the worker; nothing else can open it. */
export async function insertConnectionKey(
  tx: TenantTx,
  key: {
    readonly connectionId: ConnectionId;
    readonly keyId: KeyId;
    readonly publicPem: string;
    readonly privateSealed: Uint8Array;
    readonly now: UnixMs;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.connection_keys (tenant_id, connection_id, key_id, public_pem, private_sealed, created_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [tx.tenantId, key.connectionId, key.keyId, key.publicPem, key.privateSealed, new Date(key.now)],
  );
}

/** Every key of a connection, newest first. Keys are never deleted while a message needs them. */
export async function listOpeningKeys(tx: TenantTx, connectionId: ConnectionId): Promise<readonly ConnectionKey[]> {
  const { rows } = await tx.query<ConnectionKey>(
    `SELECT key_id AS "keyId", private_sealed AS "privateSealed", publickey_ver AS "publickeyVer"
     FROM hw.connection_keys WHERE tenant_id = $1 AND connection_id = $2 ORDER BY created_at DESC, key_id`,
    [tx.tenantId, connectionId],
  );
  return rows;
}

/**
 * Gives a key the version that a message proved. False when the key is bound or the version is taken: the one who
 * came first proved the same, or the key is a copy of another.
 */
export async function bindConnectionKey(
  tx: TenantTx,
  connectionId: ConnectionId,
  keyId: KeyId,
  publickeyVer: number,
  now: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connection_keys SET publickey_ver = $4, bound_at = $5
     WHERE tenant_id = $1 AND connection_id = $2 AND key_id = $3 AND publickey_ver IS NULL
       AND NOT EXISTS (SELECT FROM hw.connection_keys other
         WHERE other.tenant_id = $1 AND other.connection_id = $2 AND other.publickey_ver = $4)`,
    [tx.tenantId, connectionId, keyId, publickeyVer, new Date(now)],
  );
  return rowCount === 1;
}
