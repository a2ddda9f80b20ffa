import type { Language, MemberId, MemberRole, PersonKey, UnixMs, UserId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Adds a member; false when the user is an active member already. */
export async function insertMember(
  tx: TenantTx,
  member: {
    memberId: MemberId;
    userId: UserId;
    email: string;
    name: string;
    role: MemberRole;
    /** Of a custom role. */
    roleId?: string | null;
    personKey?: PersonKey | null;
    language: Language | null;
    joinedAt: UnixMs;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.members (tenant_id, member_id, user_id, email, name, role, language, joined_at, role_id, person_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      member.memberId,
      member.userId,
      member.email,
      member.name,
      member.role,
      member.language,
      new Date(member.joinedAt),
      member.roleId ?? null,
      member.personKey ?? null,
    ],
  );
  return rowCount === 1;
}

/** Ends a membership; the row stays for the audit log. */
export async function markMemberRemoved(tx: TenantTx, memberId: MemberId): Promise<void> {
  await tx.query("UPDATE hw.members SET status = 'removed' WHERE tenant_id = $1 AND member_id = $2", [
    tx.tenantId,
    memberId,
  ]);
}

export async function updateMemberLanguage(tx: TenantTx, memberId: MemberId, language: Language): Promise<void> {
  await tx.query('UPDATE hw.members SET language = $3 WHERE tenant_id = $1 AND member_id = $2', [
    tx.tenantId,
    memberId,
    language,
  ]);
}

/** `roleId` where the role is the company's own, else null. */
export async function updateMemberRole(
  tx: TenantTx,
  memberId: MemberId,
  { role, roleId }: { readonly role: MemberRole; readonly roleId: string | null },
): Promise<void> {
  await tx.query(
    "UPDATE hw.members SET role = $3, role_id = $4 WHERE tenant_id = $1 AND member_id = $2 AND status = 'active'",
    [tx.tenantId, memberId, role, roleId],
  );
}

/** Which employee the member is; null for none. */
export async function updateMemberPerson(tx: TenantTx, memberId: MemberId, personKey: PersonKey | null): Promise<void> {
  await tx.query(
    "UPDATE hw.members SET person_key = $3 WHERE tenant_id = $1 AND member_id = $2 AND status = 'active'",
    [tx.tenantId, memberId, personKey],
  );
}

/** Active owners, all of them locked: two removals at once cannot take the last two. */
export async function lockOwners(tx: TenantTx): Promise<readonly MemberId[]> {
  const { rows } = await tx.query<{ memberId: MemberId }>(
    `SELECT member_id AS "memberId" FROM hw.members
     WHERE tenant_id = $1 AND role = 'owner' AND status = 'active' ORDER BY member_id FOR UPDATE`,
    [tx.tenantId],
  );
  return rows.map((row) => row.memberId);
}
