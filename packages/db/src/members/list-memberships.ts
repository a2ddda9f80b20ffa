import type { MemberId, MemberRole, TenantId, UnixMs, UserId } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';

export interface MembershipRow {
  readonly tenantId: TenantId;
  readonly tenantName: string;
  readonly memberId: MemberId;
  readonly role: MemberRole;
  readonly joinedAt: UnixMs;
  /** The company lets nobody in without a second factor. */
  readonly factorRequired: boolean;
}

/** Active memberships of a user in active tenants, oldest first. */
export async function listMemberships(tx: PlatformTx, userId: UserId): Promise<readonly MembershipRow[]> {
  const { rows } = await tx.query<MembershipRow>(
    `SELECT m.tenant_id AS "tenantId", t.name AS "tenantName", m.member_id AS "memberId", m.role, m.joined_at AS "joinedAt",
       t.factor_required AS "factorRequired"
     FROM hw.members m JOIN hw.tenants t ON t.tenant_id = m.tenant_id
     WHERE m.user_id = $1 AND m.status = 'active' AND t.status = 'active'
     ORDER BY m.joined_at, m.tenant_id`,
    [userId],
  );
  return rows;
}
