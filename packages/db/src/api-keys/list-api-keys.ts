import type { ApiKeyId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { API_KEY_COLUMNS, API_KEY_TABLES, readApiKey, type ApiKeyRow } from './api-key-row.ts';

/** The company's keys, newest first, revoked and expired ones included. */
export async function listApiKeys(
  tx: TenantTx,
  page: { readonly after: { readonly madeAt: UnixMs; readonly keyId: ApiKeyId } | null; readonly limit: number },
): Promise<readonly ApiKeyRow[]> {
  const { rows } = await tx.query<ApiKeyRow>(
    `SELECT ${API_KEY_COLUMNS} FROM ${API_KEY_TABLES}
     WHERE k.tenant_id = $1 AND ($2::timestamptz IS NULL OR (k.made_at, k.key_id) < ($2, $3::uuid))
     ORDER BY k.made_at DESC, k.key_id DESC LIMIT $4`,
    [tx.tenantId, page.after === null ? null : new Date(page.after.madeAt), page.after?.keyId ?? null, page.limit],
  );
  return rows.map(readApiKey);
}
