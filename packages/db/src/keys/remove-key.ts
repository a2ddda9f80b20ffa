import type { ConnectionId, KeyId, MemberId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** What stands against removing a key. */
export interface KeyUse {
  readonly publickeyVer: number | null;
  /** Envelopes of its version, opened or not: they are opened again from the kept page whenever that is asked for. */
  readonly messages: number;
  /** Envelopes that any unbound key may still open: sealed ones, and those of pages that were not opened yet. */
  readonly waiting: number;
  readonly otherKeys: number;
}

/** Undefined when the connection's ring does not hold the key. Hold `lockOpening` so that nothing is bound meanwhile. */
export async function findKeyUse(tx: TenantTx, connectionId: ConnectionId, keyId: KeyId): Promise<KeyUse | undefined> {
  const { rows } = await tx.query<KeyUse>(
    `SELECT k.publickey_ver AS "publickeyVer",
       (SELECT count(*)::int FROM hw.envelopes e WHERE e.tenant_id = $1 AND e.connection_id = $2
          AND e.publickey_ver = k.publickey_ver) AS messages,
       (SELECT count(*)::int FROM hw.envelopes e WHERE e.tenant_id = $1 AND e.connection_id = $2 AND e.state = 'sealed')
         + (SELECT coalesce(sum(p.count), 0)::int FROM hw.pages p WHERE p.tenant_id = $1 AND p.connection_id = $2
              AND NOT EXISTS (SELECT FROM hw.envelopes e WHERE e.tenant_id = $1 AND e.connection_id = $2
                AND e.page_no = p.page_no)) AS waiting,
       (SELECT count(*)::int FROM hw.connection_keys other WHERE other.tenant_id = $1 AND other.connection_id = $2
          AND other.removed_at IS NULL AND other.key_id <> k.key_id) AS "otherKeys"
     FROM hw.connection_keys k
     WHERE k.tenant_id = $1 AND k.connection_id = $2 AND k.key_id = $3 AND k.removed_at IS NULL`,
    [tx.tenantId, connectionId, keyId],
  );
  return rows[0];
}

/** Takes a key out of the ring. Its private half stays until `wipeKey`, in case a message comes that needs it. */
export async function markKeyRemoved(
  tx: TenantTx,
  connectionId: ConnectionId,
  keyId: KeyId,
  removedBy: MemberId,
  now: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connection_keys SET removed_at = $4, removed_by = $5
     WHERE tenant_id = $1 AND connection_id = $2 AND key_id = $3 AND removed_at IS NULL`,
    [tx.tenantId, connectionId, keyId, new Date(now), removedBy],
  );
  return rowCount === 1;
}

/** Destroys the private half of a key that was removed at `removedBefore` or earlier. */
export async function wipeKey(tx: TenantTx, keyId: KeyId, removedBefore: UnixMs, now: UnixMs): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connection_keys SET private_sealed = NULL, wiped_at = $4
     WHERE tenant_id = $1 AND key_id = $2 AND removed_at <= $3 AND wiped_at IS NULL`,
    [tx.tenantId, keyId, new Date(removedBefore), new Date(now)],
  );
  return rowCount === 1;
}

/** Removed keys whose private half is still kept although they were removed at `removedBefore` or earlier. */
export async function listKeysToWipe(
  tx: PlatformTx,
  removedBefore: UnixMs,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly keyId: KeyId }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; keyId: KeyId }>(
    `SELECT tenant_id AS "tenantId", key_id AS "keyId" FROM hw.connection_keys
     WHERE removed_at <= $1 AND wiped_at IS NULL ORDER BY removed_at LIMIT $2`,
    [new Date(removedBefore), limit],
  );
  return rows;
}
