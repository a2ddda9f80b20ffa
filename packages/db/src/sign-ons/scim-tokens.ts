import type { MemberId, SignOnId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { JoiningRole } from './sign-ons.ts';

/** What a provider keeps memberships with. */
export interface ScimTokenRow {
  readonly tokenId: string;
  readonly signOnId: SignOnId;
  /** The first characters. */
  readonly prefix: string;
  /** Of the members that it adds. */
  readonly role: JoiningRole;
  readonly madeBy: MemberId;
  readonly madeAt: UnixMs;
  readonly lastUsedAt: UnixMs | null;
}

/** A use is known to this much. */
const USE_MS = 60_000;

const SELECT = `SELECT t.token_id AS "tokenId", t.sign_on_id AS "signOnId", t.prefix, t.role, t.made_by AS "madeBy",
    t.made_at AS "madeAt", t.last_used_at AS "lastUsedAt"
  FROM hw.scim_tokens t JOIN hw.sign_ons s ON s.tenant_id = t.tenant_id AND s.sign_on_id = t.sign_on_id
  WHERE t.tenant_id = $1 AND t.revoked_at IS NULL AND s.removed_at IS NULL`;

/** Those that work, oldest first. */
export async function listScimTokens(tx: TenantTx): Promise<readonly ScimTokenRow[]> {
  const { rows } = await tx.query<ScimTokenRow>(`${SELECT} ORDER BY t.made_at, t.token_id LIMIT 100`, [tx.tenantId]);
  return rows;
}

export async function insertScimToken(
  tx: TenantTx,
  one: Omit<ScimTokenRow, 'lastUsedAt'> & { readonly tokenHash: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.scim_tokens (tenant_id, token_id, sign_on_id, token_hash, prefix, role, made_by, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenantId, one.tokenId, one.signOnId, one.tokenHash, one.prefix, one.role, one.madeBy, new Date(one.madeAt)],
  );
}

/** False when there is none that works. */
export async function revokeScimToken(tx: TenantTx, tokenId: string, now: UnixMs): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE hw.scim_tokens SET revoked_at = $3 WHERE tenant_id = $1 AND token_id = $2 AND revoked_at IS NULL',
    [tx.tenantId, tokenId, new Date(now)],
  );
  return rowCount === 1;
}

/** Whose token this is, when it was not revoked. */
export async function findScimToken(
  tx: PlatformTx,
  tokenHash: string,
): Promise<{ readonly tenantId: TenantId; readonly tokenId: string } | undefined> {
  const { rows } = await tx.query<{ tenantId: TenantId; tokenId: string }>(
    `SELECT k.tenant_id AS "tenantId", k.token_id AS "tokenId" FROM hw.scim_tokens k
     JOIN hw.tenants t ON t.tenant_id = k.tenant_id AND t.status = 'active'
     WHERE k.token_hash = $1 AND k.revoked_at IS NULL`,
    [tokenHash],
  );
  return rows[0];
}

/** The token as it is now, and notes that it was used; undefined when it does not work any more. */
export async function useScimToken(tx: TenantTx, tokenId: string, now: UnixMs): Promise<ScimTokenRow | undefined> {
  const { rows } = await tx.query<ScimTokenRow>(`${SELECT} AND t.token_id = $2`, [tx.tenantId, tokenId]);
  const [token] = rows;
  if (token !== undefined && (token.lastUsedAt === null || now - token.lastUsedAt > USE_MS)) {
    await tx.query('UPDATE hw.scim_tokens SET last_used_at = $3 WHERE tenant_id = $1 AND token_id = $2', [
      tx.tenantId,
      tokenId,
      new Date(now),
    ]);
  }
  return token;
}
