import type { ConnectionId, KeyId, MemberId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Takes a key out of the ring. Its private half stays until `wipeKey`, in case a message comes that needs it. Hold `lockOpening`. */
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
