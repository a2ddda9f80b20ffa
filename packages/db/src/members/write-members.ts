import type { Language, MemberId, Role, UnixMs, UserId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Adds a member; false when the user is an active member already. */
export async function insertMember(
  tx: TenantTx,
  member: {
    memberId: MemberId;
    userId: UserId;
    email: string;
    name: string;
    role: Role;
    language: Language | null;
    joinedAt: UnixMs;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.members (tenant_id, member_id, user_id, email, name, role, language, joined_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      member.memberId,
      member.userId,
      member.email,
      member.name,
      member.role,
      member.language,
      new Date(member.joinedAt),
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

/** Active owners, all of them locked: two removals at once cannot take the last two. */
export async function lockOwners(tx: TenantTx): Promise<readonly MemberId[]> {
  const { rows } = await tx.query<{ memberId: MemberId }>(
    `SELECT member_id AS "memberId" FROM hw.members
     WHERE tenant_id = $1 AND role = 'owner' AND status = 'active' ORDER BY member_id FOR UPDATE`,
    [tx.tenantId],
  );
  return rows.map((row) => row.memberId);
}
