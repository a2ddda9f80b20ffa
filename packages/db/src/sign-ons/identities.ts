import type { MemberId, MemberRole, SignOnId, UnixMs, UserId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Somebody of a provider: company, issuer and subject say who. */
export interface SignOnIdentityRow {
  readonly identityId: string;
  readonly signOnId: SignOnId;
  readonly issuer: string;
  readonly subject: string;
  readonly userId: UserId;
  readonly memberId: MemberId;
  readonly role: MemberRole;
  readonly isActive: boolean;
  /** What the provider last said. */
  readonly email: string;
  readonly name: string;
  readonly madeAt: UnixMs;
  readonly changedAt: UnixMs;
  /** The provider deleted it. */
  readonly releasedAt: UnixMs | null;
}

const SELECT = `SELECT i.identity_id AS "identityId", i.sign_on_id AS "signOnId", i.issuer, i.subject, i.user_id AS "userId",
    i.member_id AS "memberId", m.role, m.status = 'active' AS "isActive", i.email, i.name, i.made_at AS "madeAt",
    i.changed_at AS "changedAt", i.released_at AS "releasedAt"
  FROM hw.sign_on_identities i JOIN hw.members m ON m.tenant_id = i.tenant_id AND m.member_id = i.member_id
  WHERE i.tenant_id = $1`;

/** By issuer and subject; locked until the transaction ends. */
export async function findIdentityBySubject(
  tx: TenantTx,
  issuer: string,
  subject: string,
): Promise<SignOnIdentityRow | undefined> {
  const { rows } = await tx.query<SignOnIdentityRow>(`${SELECT} AND i.issuer = $2 AND i.subject = $3 FOR UPDATE OF i`, [
    tx.tenantId,
    issuer,
    subject,
  ]);
  return rows[0];
}

/** One that the provider keeps; locked until the transaction ends. */
export async function findSignOnIdentity(
  tx: TenantTx,
  signOnId: SignOnId,
  identityId: string,
): Promise<SignOnIdentityRow | undefined> {
  const { rows } = await tx.query<SignOnIdentityRow>(
    `${SELECT} AND i.sign_on_id = $2 AND i.identity_id = $3 AND i.released_at IS NULL FOR UPDATE OF i`,
    [tx.tenantId, signOnId, identityId],
  );
  return rows[0];
}

/** Those that the provider keeps, oldest first; `email` and `subject`, where given, have to match (the address but for its case). */
export async function listSignOnIdentities(
  tx: TenantTx,
  signOnId: SignOnId,
  page: {
    readonly email: string | null;
    readonly subject: string | null;
    readonly skip: number;
    readonly limit: number;
  },
): Promise<{ readonly rows: readonly SignOnIdentityRow[]; readonly total: number }> {
  const filter = `AND i.sign_on_id = $2 AND i.released_at IS NULL AND ($3::text IS NULL OR lower(i.email) = lower($3))
    AND ($4::text IS NULL OR i.subject = $4)`;
  const values = [tx.tenantId, signOnId, page.email, page.subject];
  const { rows } = await tx.query<SignOnIdentityRow>(
    `${SELECT} ${filter} ORDER BY i.made_at, i.identity_id OFFSET $5 LIMIT $6`,
    [...values, page.skip, page.limit],
  );
  const counted = await tx.query<{ total: number }>(
    `SELECT count(*)::integer AS total FROM hw.sign_on_identities i WHERE i.tenant_id = $1 ${filter}`,
    values,
  );
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** False when company, issuer and subject are known already. */
export async function insertSignOnIdentity(
  tx: TenantTx,
  one: Pick<
    SignOnIdentityRow,
    'identityId' | 'signOnId' | 'issuer' | 'subject' | 'userId' | 'memberId' | 'email' | 'name'
  > & {
    readonly now: UnixMs;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.sign_on_identities (tenant_id, identity_id, sign_on_id, issuer, subject, user_id, member_id, email, name,
       made_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      one.identityId,
      one.signOnId,
      one.issuer,
      one.subject,
      one.userId,
      one.memberId,
      one.email,
      one.name,
      new Date(one.now),
    ],
  );
  return rowCount === 1;
}

/** What the provider says now, of the identity and of its membership; `memberId` is the newest membership. */
export async function updateSignOnIdentity(
  tx: TenantTx,
  identityId: string,
  one: Pick<SignOnIdentityRow, 'memberId' | 'email' | 'name'> & {
    readonly now: UnixMs;
    readonly cameIn?: boolean;
    readonly released?: boolean;
  },
): Promise<void> {
  const now = new Date(one.now);
  await tx.query(
    `UPDATE hw.sign_on_identities SET member_id = $3, email = $4, name = $5, changed_at = $6,
       last_at = CASE WHEN $7 THEN $6 ELSE last_at END, released_at = CASE WHEN $8 THEN $6 END
     WHERE tenant_id = $1 AND identity_id = $2`,
    [tx.tenantId, identityId, one.memberId, one.email, one.name, now, one.cameIn === true, one.released === true],
  );
  await tx.query('UPDATE hw.members SET email = $3, name = $4 WHERE tenant_id = $1 AND member_id = $2', [
    tx.tenantId,
    one.memberId,
    one.email,
    one.name,
  ]);
}
