import { FaultError, type MemberId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { SELECT_MEMBERS, type MemberRow } from './member-row.ts';

/** An active member; `lock` holds the row until the transaction ends. */
export async function findMember(tx: TenantTx, memberId: MemberId, lock = false): Promise<MemberRow | undefined> {
  const { rows } = await tx.query<MemberRow>(
    `${SELECT_MEMBERS} AND m.member_id = $2${lock ? ' FOR UPDATE OF m' : ''}`,
    [tx.tenantId, memberId],
  );
  return rows[0];
}

/** Throws `thing.missing`. */
export async function getMember(tx: TenantTx, memberId: MemberId, lock = false): Promise<MemberRow> {
  const member = await findMember(tx, memberId, lock);
  if (member === undefined) throw new FaultError('thing.missing');
  return member;
}

/** Active members by e-mail, letter case aside. */
export async function findMemberByEmail(tx: TenantTx, email: string): Promise<MemberRow | undefined> {
  const { rows } = await tx.query<MemberRow>(`${SELECT_MEMBERS} AND lower(m.email) = lower($2)`, [tx.tenantId, email]);
  return rows[0];
}
