import type { ApiKeyId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { API_KEY_COLUMNS, API_KEY_TABLES, readApiKey, type ApiKeyRow } from './api-key-row.ts';

/** Whose key has the prefix, before its company is known; says nothing of whether it opens. */
export async function findApiKeyByPrefix(
  tx: PlatformTx,
  prefix: string,
): Promise<{ readonly tenantId: TenantId; readonly keyId: ApiKeyId } | undefined> {
  const { rows } = await tx.query<{ tenantId: TenantId; keyId: ApiKeyId }>(
    `SELECT k.tenant_id AS "tenantId", k.key_id AS "keyId" FROM hw.api_keys k
     JOIN hw.tenants t ON t.tenant_id = k.tenant_id AND t.status = 'active' WHERE k.prefix = $1`,
    [prefix],
  );
  return rows[0];
}

/** A key as it is asked to open: with what its secrets are compared to, and whether it may be used from an address. */
export interface ApiKeyToOpen extends ApiKeyRow {
  readonly secretHash: Buffer;
  readonly formerHash: Buffer | null;
  /** Of its own networks; where it names none, of the company's rule for its people. */
  readonly letsIn: boolean;
}

/** One that opens at `now`: neither revoked nor expired, its maker still a member. `address` is null where none is known. */
export async function findApiKeyToOpen(
  tx: TenantTx,
  keyId: ApiKeyId,
  { address, now }: { readonly address: string | null; readonly now: UnixMs },
): Promise<ApiKeyToOpen | undefined> {
  const { rows } = await tx.query<ApiKeyToOpen>(
    `SELECT ${API_KEY_COLUMNS}, k.secret_hash AS "secretHash", k.former_hash AS "formerHash",
       coalesce(CASE WHEN cardinality(k.networks) > 0 THEN $3::inet <<= ANY(k.networks)
         ELSE (SELECT NOT r.enabled OR coalesce($3::inet <<= ANY(r.networks), false)
               FROM hw.address_rules r WHERE r.tenant_id = k.tenant_id) END,
         cardinality(k.networks) = 0) AS "letsIn"
     FROM ${API_KEY_TABLES}
     WHERE k.tenant_id = $1 AND k.key_id = $2 AND k.revoked_at IS NULL AND k.expires_at > $4 AND m.status = 'active'`,
    [tx.tenantId, keyId, address, new Date(now)],
  );
  return rows[0] && readApiKey(rows[0]);
}

/** Any key of the company, also one that opens nothing any more. */
export async function findApiKey(tx: TenantTx, keyId: ApiKeyId): Promise<ApiKeyRow | undefined> {
  const { rows } = await tx.query<ApiKeyRow>(
    `SELECT ${API_KEY_COLUMNS} FROM ${API_KEY_TABLES} WHERE k.tenant_id = $1 AND k.key_id = $2`,
    [tx.tenantId, keyId],
  );
  return rows[0] && readApiKey(rows[0]);
}
