import type { MemberId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { SELECT_MEMBERS, type MemberRow } from './member-row.ts';

/** Active members, oldest first, after a place. */
export async function listMembers(
  tx: TenantTx,
  page: { after: { joinedAt: UnixMs; memberId: MemberId } | null; limit: number },
): Promise<readonly MemberRow[]> {
  const { after } = page;
  const { rows } = await tx.query<MemberRow>(
    `${SELECT_MEMBERS} AND ($2::timestamptz IS NULL OR (m.joined_at, m.member_id) > ($2, $3::uuid))
     ORDER BY m.joined_at, m.member_id LIMIT $4`,
    [tx.tenantId, after === null ? null : new Date(after.joinedAt), after?.memberId ?? null, page.limit],
  );
  return rows;
}
