import type { MemberId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { SELECT_MEMBERS, type MemberRow } from './member-row.ts';

/** Those of the members that are active, oldest first. */
export async function listMembersByIds(tx: TenantTx, memberIds: readonly MemberId[]): Promise<readonly MemberRow[]> {
  const { rows } = await tx.query<MemberRow>(
    `${SELECT_MEMBERS} AND m.member_id = ANY($2::uuid[]) ORDER BY m.joined_at, m.member_id`,
    [tx.tenantId, memberIds],
  );
  return rows;
}
