import type { InvitationId, Language, MemberId, MemberRole, PersonKey, TenantId, UnixMs } from '@highwater/domain';
import { NO_TERMS, type GrantTerms } from '../grants/grant-terms.ts';
import type { DepartmentPlace, DepartmentsAsOf } from '../grants/granted-departments.ts';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** A grant that a member will have. */
export type OfferedGrant = GrantTerms & { readonly note: string | null };

export interface InvitationRow {
  readonly invitationId: InvitationId;
  readonly email: string;
  readonly role: MemberRole;
  /** Of a custom role, also of one that is gone. */
  readonly roleId: string | null;
  readonly roleName: string | null;
  /** The employee that the member will be. */
  readonly personKey: PersonKey | null;
  /** What the member will have. */
  readonly grants: readonly OfferedGrant[];
  readonly language: Language;
  readonly invitedBy: MemberId;
  readonly inviterName: string;
  readonly createdAt: UnixMs;
  readonly expiresAt: UnixMs;
  readonly acceptedAt: UnixMs | null;
  readonly revokedAt: UnixMs | null;
}

const SELECT = `SELECT i.invitation_id AS "invitationId", i.email, i.role, i.role_id AS "roleId", i.person_key AS "personKey", i.grants, i.employees, i.language,
    (SELECT r.name FROM hw.roles r WHERE r.tenant_id = i.tenant_id AND r.role_id = i.role_id) AS "roleName",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('connectionId', named.connection_id,
        'departmentId', named.department_id::text)), '[]')
      FROM unnest(i.department_connections, i.department_ids) AS named (connection_id, department_id)) AS departments,
    i.departments_as_of AS "departmentsAsOf",
    i.invited_by AS "invitedBy", m.name AS "inviterName", i.created_at AS "createdAt", i.expires_at AS "expiresAt",
    i.accepted_at AS "acceptedAt", i.revoked_at AS "revokedAt"
  FROM hw.invitations i JOIN hw.members m ON m.tenant_id = i.tenant_id AND m.member_id = i.invited_by
  WHERE i.tenant_id = $1`;

/** A row of the table: what code before roles and grants of every kind wrote stands beside `grants`. */
type StoredInvitation = InvitationRow & {
  readonly employees: readonly PersonKey[];
  readonly departments: readonly DepartmentPlace[];
  readonly departmentsAsOf: DepartmentsAsOf;
};

function readRow({ employees, departments, departmentsAsOf, ...row }: StoredInvitation): InvitationRow {
  if (employees.length + departments.length === 0) return row;
  const named = { ...NO_TERMS, note: null, employees, departments: { places: departments, asOf: departmentsAsOf } };
  return { ...row, grants: [named, ...row.grants] };
}

/** The invitation; `lock` holds it until the transaction ends. */
export async function findInvitation(
  tx: TenantTx,
  invitationId: InvitationId,
  lock = false,
): Promise<InvitationRow | undefined> {
  const { rows } = await tx.query<StoredInvitation>(
    `${SELECT} AND i.invitation_id = $2${lock ? ' FOR UPDATE OF i' : ''}`,
    [tx.tenantId, invitationId],
  );
  return rows.map(readRow)[0];
}

/** Newest first, from before a place; accepted, revoked and expired ones too. */
export async function listInvitations(
  tx: TenantTx,
  page: { before: { createdAt: UnixMs; invitationId: InvitationId } | null; limit: number },
): Promise<readonly InvitationRow[]> {
  const { before } = page;
  const { rows } = await tx.query<StoredInvitation>(
    `${SELECT} AND ($2::timestamptz IS NULL OR (i.created_at, i.invitation_id) < ($2, $3::uuid))
     ORDER BY i.created_at DESC, i.invitation_id DESC LIMIT $4`,
    [tx.tenantId, before === null ? null : new Date(before.createdAt), before?.invitationId ?? null, page.limit],
  );
  return rows.map(readRow);
}

/** Which company's invitation a token opens. */
export async function findInvitationByToken(
  tx: PlatformTx,
  tokenHash: string,
): Promise<{ tenantId: TenantId; invitationId: InvitationId } | undefined> {
  const { rows } = await tx.query<{ tenantId: TenantId; invitationId: InvitationId }>(
    'SELECT tenant_id AS "tenantId", invitation_id AS "invitationId" FROM hw.invitations WHERE token_hash = $1',
    [tokenHash],
  );
  return rows[0];
}
