import type { MemberId, Role, SignOnId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** The roles that a provider may give: each sees nothing until somebody grants it something. */
export type JoiningRole = Extract<Role, 'viewer' | 'reviewer' | 'exporter'>;

/** A company's connection to its identity provider. */
export interface SignOnRow {
  readonly signOnId: SignOnId;
  readonly kind: 'oidc' | 'saml';
  readonly name: string;
  /** OIDC: the issuer's address; SAML: the provider's entity id. */
  readonly issuer: string;
  readonly clientId: string | null;
  /** Under the company's data key. */
  readonly secretSealed: Buffer | null;
  readonly signInUrl: string | null;
  /** PEM. */
  readonly certificates: readonly string[];
  /** The role of who comes without an invitation; null lets nobody in. */
  readonly joinsAs: JoiningRole | null;
  readonly isRequired: boolean;
  readonly madeAt: UnixMs;
  readonly testedAt: UnixMs | null;
  readonly testedEmail: string | null;
  readonly testProblem: string | null;
  readonly enabledAt: UnixMs | null;
}

const SELECT = `SELECT sign_on_id AS "signOnId", kind, name, issuer, client_id AS "clientId", secret_sealed AS "secretSealed",
    sign_in_url AS "signInUrl", certificates, joins_as AS "joinsAs", is_required AS "isRequired", made_at AS "madeAt",
    tested_at AS "testedAt", tested_email AS "testedEmail", test_problem AS "testProblem", enabled_at AS "enabledAt"
  FROM hw.sign_ons WHERE tenant_id = $1 AND removed_at IS NULL`;

/** Oldest first. */
export async function listSignOns(tx: TenantTx): Promise<readonly SignOnRow[]> {
  const { rows } = await tx.query<SignOnRow>(`${SELECT} ORDER BY made_at, sign_on_id LIMIT 100`, [tx.tenantId]);
  return rows;
}

/** `lock` holds it until the transaction ends. */
export async function findSignOn(tx: TenantTx, signOnId: SignOnId, lock = false): Promise<SignOnRow | undefined> {
  const { rows } = await tx.query<SignOnRow>(`${SELECT} AND sign_on_id = $2${lock ? ' FOR UPDATE' : ''}`, [
    tx.tenantId,
    signOnId,
  ]);
  return rows[0];
}

/** The one that people come by. */
export async function findEnabledSignOn(tx: TenantTx): Promise<SignOnRow | undefined> {
  const { rows } = await tx.query<SignOnRow>(`${SELECT} AND enabled_at IS NOT NULL`, [tx.tenantId]);
  return rows[0];
}

export type NewSignOn = Pick<
  SignOnRow,
  'signOnId' | 'kind' | 'name' | 'issuer' | 'clientId' | 'signInUrl' | 'certificates' | 'madeAt'
> & { readonly secretSealed: Uint8Array | null; readonly madeBy: MemberId };

export async function insertSignOn(tx: TenantTx, one: NewSignOn): Promise<void> {
  await tx.query(
    `INSERT INTO hw.sign_ons (tenant_id, sign_on_id, kind, name, issuer, client_id, secret_sealed, sign_in_url, certificates,
       made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.tenantId,
      one.signOnId,
      one.kind,
      one.name,
      one.issuer,
      one.clientId,
      one.secretSealed,
      one.signInUrl,
      one.certificates,
      one.madeBy,
      new Date(one.madeAt),
    ],
  );
}

export async function updateSignOn(
  tx: TenantTx,
  signOnId: SignOnId,
  { joinsAs, isRequired }: Pick<SignOnRow, 'joinsAs' | 'isRequired'>,
): Promise<void> {
  await tx.query(
    'UPDATE hw.sign_ons SET joins_as = $3, is_required = $4 WHERE tenant_id = $1 AND sign_on_id = $2 AND removed_at IS NULL',
    [tx.tenantId, signOnId, joinsAs, isRequired],
  );
}

/** What a test found out: the address that the provider asserted, or what was wrong. */
export async function saveSignOnTest(
  tx: TenantTx,
  signOnId: SignOnId,
  result: { readonly at: UnixMs; readonly email: string | null; readonly problem: string | null },
): Promise<void> {
  await tx.query(
    'UPDATE hw.sign_ons SET tested_at = $3, tested_email = $4, test_problem = $5 WHERE tenant_id = $1 AND sign_on_id = $2',
    [tx.tenantId, signOnId, new Date(result.at), result.email, result.problem],
  );
}

/** People come by this one from now on, and by no other; null: by none. */
export async function enableSignOn(tx: TenantTx, signOnId: SignOnId | null, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.sign_ons SET enabled_at = NULL
     WHERE tenant_id = $1 AND enabled_at IS NOT NULL AND sign_on_id IS DISTINCT FROM $2::uuid`,
    [tx.tenantId, signOnId],
  );
  await tx.query(
    `UPDATE hw.sign_ons SET enabled_at = coalesce(enabled_at, $3)
     WHERE tenant_id = $1 AND sign_on_id = $2 AND removed_at IS NULL`,
    [tx.tenantId, signOnId, new Date(now)],
  );
}

/** The row stays, its secret does not. */
export async function markSignOnRemoved(tx: TenantTx, signOnId: SignOnId, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.sign_ons SET removed_at = $3, enabled_at = NULL, secret_sealed = NULL
     WHERE tenant_id = $1 AND sign_on_id = $2`,
    [tx.tenantId, signOnId, new Date(now)],
  );
}

/** Whether a member with this address comes by the company's provider only. */
export async function isSignOnRequired(tx: TenantTx, email: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `SELECT FROM hw.sign_ons s JOIN hw.sign_on_domains d ON d.tenant_id = s.tenant_id
     WHERE s.tenant_id = $1 AND s.enabled_at IS NOT NULL AND s.is_required AND d.proven_at IS NOT NULL
       AND d.domain = lower(split_part($2, '@', 2)) LIMIT 1`,
    [tx.tenantId, email],
  );
  return rowCount === 1;
}

/** Whose people come by single sign-on with an address of this domain. */
export async function findSignOnByDomain(
  tx: PlatformTx,
  domain: string,
): Promise<{ readonly tenantId: TenantId; readonly signOnId: SignOnId } | undefined> {
  const { rows } = await tx.query<{ tenantId: TenantId; signOnId: SignOnId }>(
    `SELECT s.tenant_id AS "tenantId", s.sign_on_id AS "signOnId" FROM hw.sign_on_domains d
     JOIN hw.sign_ons s ON s.tenant_id = d.tenant_id AND s.enabled_at IS NOT NULL
     JOIN hw.tenants t ON t.tenant_id = d.tenant_id AND t.status = 'active'
     WHERE d.domain = $1 AND d.proven_at IS NOT NULL`,
    [domain],
  );
  return rows[0];
}
