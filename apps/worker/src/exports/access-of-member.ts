import { findMember, listGrantsOf, type TenantTx } from '@highwater/db';
import type { AccessCondition, Action, MemberId, UnixMs } from '@highwater/domain';
import { accessCondition, buildAbility, rightsOfMember } from '@highwater/permissions';

/** What a member may do now, whatever it could when the job was asked for. Someone who left may do nothing. */
export async function accessOfMember(
  tx: TenantTx,
  memberId: MemberId,
  action: Action,
  now: UnixMs,
): Promise<AccessCondition> {
  const member = await findMember(tx, memberId);
  if (member === undefined) return { kind: 'none' };
  const grants = await listGrantsOf(tx, member);
  return accessCondition(buildAbility({ ...rightsOfMember(member), grants }, now), action);
}
