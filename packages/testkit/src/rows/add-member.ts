import { insertGrant, insertMember, type TenantTx } from '@highwater/db';
import type { MemberId, PersonKey, Role, UnixMs, UserId } from '@highwater/domain';
import { newId, ROW_TIME } from './new-id.ts';

/** An active member; with `employees` a grant of its own narrows it to them. */
export async function addMember(
  tx: TenantTx,
  member: { role?: Role; name?: string; email?: string; employees?: readonly PersonKey[]; joinedAt?: UnixMs } = {},
): Promise<MemberId> {
  const memberId = newId<MemberId>();
  const joinedAt = member.joinedAt ?? ROW_TIME;
  await insertMember(tx, {
    memberId,
    userId: newId<UserId>(),
    email: member.email ?? `${memberId}@example.com`,
    name: member.name ?? '周敏',
    role: member.role ?? 'owner',
    language: null,
    joinedAt,
  });
  if (member.employees !== undefined) {
    await insertGrant(tx, {
      grantId: newId(),
      memberId,
      employees: member.employees,
      grantedBy: memberId,
      grantedAt: joinedAt,
    });
  }
  return memberId;
}
