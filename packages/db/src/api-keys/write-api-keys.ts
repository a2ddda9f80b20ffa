import type { ApiKeyId, KeyAction, MemberId, UnixMs } from '@highwater/domain';
import type { OfferedGrant } from '../invitations/invitations.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Networks as they were said, whole: 10.1.2.3/8 is 10.0.0.0/8. */
const NETWORKS = (place: string): string => `ARRAY(SELECT network(said::inet) FROM unnest(${place}::text[]) AS said)`;

/** Adds a key; only the SHA-256 of its secret is kept. */
export async function insertApiKey(
  tx: TenantTx,
  key: {
    readonly keyId: ApiKeyId;
    readonly prefix: string;
    readonly name: string;
    readonly purpose: string;
    readonly secretHash: Uint8Array;
    readonly scopes: readonly KeyAction[];
    readonly grants: readonly OfferedGrant[];
    readonly networks: readonly string[];
    readonly madeBy: MemberId;
    readonly madeAt: UnixMs;
    readonly expiresAt: UnixMs;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.api_keys (tenant_id, key_id, prefix, name, purpose, secret_hash, scopes, grants, networks, made_by, made_at,
       expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ${NETWORKS('$9')}, $10, $11, $12)`,
    [
      tx.tenantId,
      key.keyId,
      key.prefix,
      key.name,
      key.purpose,
      key.secretHash,
      key.scopes,
      JSON.stringify(key.grants),
      key.networks,
      key.madeBy,
      new Date(key.madeAt),
      new Date(key.expiresAt),
    ],
  );
}

/** Of one that is not revoked; `expiresAt` can only come nearer. */
export async function updateApiKey(
  tx: TenantTx,
  keyId: ApiKeyId,
  {
    name,
    networks,
    expiresAt,
  }: { readonly name: string; readonly networks: readonly string[]; readonly expiresAt: UnixMs },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.api_keys SET name = $3, networks = ${NETWORKS('$4')}, expires_at = $5
     WHERE tenant_id = $1 AND key_id = $2 AND revoked_at IS NULL AND expires_at >= $5`,
    [tx.tenantId, keyId, name, networks, new Date(expiresAt)],
  );
  return rowCount === 1;
}

/** Gives a key another secret; the one that it had opens until `formerUntil`, those before it nothing. */
export async function rotateApiKey(
  tx: TenantTx,
  keyId: ApiKeyId,
  {
    secretHash,
    formerUntil,
    now,
  }: { readonly secretHash: Uint8Array; readonly formerUntil: UnixMs; readonly now: UnixMs },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.api_keys SET former_hash = secret_hash, former_until = $4, secret_hash = $3, rotated_at = $5
     WHERE tenant_id = $1 AND key_id = $2 AND revoked_at IS NULL AND expires_at > $5`,
    [tx.tenantId, keyId, secretHash, new Date(formerUntil), new Date(now)],
  );
  return rowCount === 1;
}

/** Ends a key for good, both of its secrets; false when it was ended before. */
export async function revokeApiKey(tx: TenantTx, keyId: ApiKeyId, by: MemberId, now: UnixMs): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.api_keys SET revoked_at = $4, revoked_by = $3
     WHERE tenant_id = $1 AND key_id = $2 AND revoked_at IS NULL`,
    [tx.tenantId, keyId, by, new Date(now)],
  );
  return rowCount === 1;
}

/** How often a use is written down. */
const NOTED_EVERY_MS = 60_000;

/** Notes that a key was used, at most once a minute; another address is noted with the next minute. */
export async function noteApiKeyUse(tx: TenantTx, keyId: ApiKeyId, address: string | null, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.api_keys SET last_used_at = $3, last_address = $4
     WHERE tenant_id = $1 AND key_id = $2 AND (last_used_at IS NULL OR last_used_at <= $5)`,
    [tx.tenantId, keyId, new Date(now), address, new Date(now - NOTED_EVERY_MS)],
  );
}
