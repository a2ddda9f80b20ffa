import type { ConnectionId, KeyId, MemberId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface ConnectionKey {
  readonly keyId: KeyId;
  /** PKCS#8 PEM, sealed to the worker. */
  readonly privateSealed: Buffer;
  /** WeCom's numbers for it, as messages proved them, in that order. */
  readonly versions: readonly number[];
}

/** Made here, or brought along from a vendor before. */
export type KeyOrigin = 'made' | 'imported';

/** The versions of a row of hw.connection_keys, by the alias that the query gives it. */
export function versionsOf(alias: string): string {
  return `array_remove(${alias}.publickey_ver || ${alias}.further_vers, NULL)`;
}

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
    `SELECT key_id AS "keyId", private_sealed AS "privateSealed", ${versionsOf('k')} AS versions
     FROM hw.connection_keys k WHERE tenant_id = $1 AND connection_id = $2 AND private_sealed IS NOT NULL
     ORDER BY removed_at IS NOT NULL, created_at DESC, key_id`,
    [tx.tenantId, connectionId],
  );
  return rows;
}

/**
 * Gives a key one more version that a message proved; a removed key that is needed after all comes back by it. False when
 * the key has the version already. A version may have several keys: versions begin anew with an archive that does.
 */
export async function bindConnectionKey(
  tx: TenantTx,
  connectionId: ConnectionId,
  keyId: KeyId,
  publickeyVer: number,
  now: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connection_keys SET publickey_ver = coalesce(publickey_ver, $4), bound_at = coalesce(bound_at, $5),
       further_vers = CASE WHEN publickey_ver IS NULL THEN further_vers ELSE further_vers || $4::integer END,
       removed_at = NULL, removed_by = NULL
     WHERE tenant_id = $1 AND connection_id = $2 AND key_id = $3 AND wiped_at IS NULL
       AND publickey_ver IS DISTINCT FROM $4::integer AND NOT $4::integer = ANY (further_vers)`,
    [tx.tenantId, connectionId, keyId, publickeyVer, new Date(now)],
  );
  return rowCount === 1;
}
