import type { MemberRole, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface RoleCount {
  readonly role: MemberRole;
  readonly members: number;
  /** Open at the time. */
  readonly invitations: number;
}

/** How many have each role; a company's own roles as one. Roles that nobody has are left out. */
export async function countMembersByRole(tx: TenantTx, now: UnixMs): Promise<readonly RoleCount[]> {
  const { rows } = await tx.query<RoleCount>(
    `SELECT role, sum(member)::int AS members, sum(1 - member)::int AS invitations FROM (
       SELECT m.role, 1 AS member FROM hw.members m WHERE m.tenant_id = $1 AND m.status = 'active'
       UNION ALL
       SELECT i.role, 0 FROM hw.invitations i WHERE i.tenant_id = $1 AND i.accepted_at IS NULL AND i.revoked_at IS NULL
         AND i.expires_at > $2) having_it
     GROUP BY role ORDER BY role`,
    [tx.tenantId, new Date(now)],
  );
  return rows;
}
