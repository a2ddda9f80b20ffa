import type { ConnectionId, KeyId, MemberId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface ConnectionKey {
  readonly keyId: KeyId;
  /** PKCS#8 PEM, sealed to the worker. */
  readonly privateSealed: Buffer;
  /** WeCom's number for it; null until a message proved it. */
  readonly publickeyVer: number | null;
}

/** Made here, or brought along from a vendor before. */
export type KeyOrigin = 'made' | 'imported';

/**
 * The private key comes sealed to the worker; nothing else can open it. False when the ring holds the same public half
 * already, or this key itself: repeating changes nothing.
 */
export async function insertConnectionKey(
  tx: TenantTx,
  key: {
    readonly connectionId: ConnectionId;
    readonly keyId: KeyId;
    readonly publicPem: string;
    readonly privateSealed: Uint8Array;
    readonly now: UnixMs;
    readonly origin?: KeyOrigin;
    readonly note?: string | null;
    readonly addedBy?: MemberId | null;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.connection_keys (tenant_id, connection_id, key_id, public_pem, private_sealed, created_at, origin, note,
       added_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      key.connectionId,
      key.keyId,
      key.publicPem,
      key.privateSealed,
      new Date(key.now),
      key.origin ?? 'made',
      key.note ?? null,
      key.addedBy ?? null,
    ],
  );
  return rowCount === 1;
}

/**
 * Every key of a connection that can open something, newest first; removed ones, as long as their private half is kept,
 * after all others. Keys are never removed while a message is known to need them.
 */
export async function listOpeningKeys(tx: TenantTx, connectionId: ConnectionId): Promise<readonly ConnectionKey[]> {
  const { rows } = await tx.query<ConnectionKey>(
    `SELECT key_id AS "keyId", private_sealed AS "privateSealed", publickey_ver AS "publickeyVer"
     FROM hw.connection_keys WHERE tenant_id = $1 AND connection_id = $2 AND private_sealed IS NOT NULL
     ORDER BY removed_at IS NOT NULL, created_at DESC, key_id`,
    [tx.tenantId, connectionId],
  );
  return rows;
}

/**
 * Gives a key the version that a message proved; a removed key that is needed after all comes back by it. False when the
 * key is bound or the version is taken: the one who came first proved the same, or the key is a copy of another.
 */
export async function bindConnectionKey(
  tx: TenantTx,
  connectionId: ConnectionId,
  keyId: KeyId,
  publickeyVer: number,
  now: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connection_keys SET publickey_ver = $4, bound_at = $5, removed_at = NULL, removed_by = NULL
     WHERE tenant_id = $1 AND connection_id = $2 AND key_id = $3 AND publickey_ver IS NULL AND wiped_at IS NULL
       AND NOT EXISTS (SELECT FROM hw.connection_keys other
         WHERE other.tenant_id = $1 AND other.connection_id = $2 AND other.publickey_ver = $4)`,
    [tx.tenantId, connectionId, keyId, publickeyVer, new Date(now)],
  );
  return rowCount === 1;
}
