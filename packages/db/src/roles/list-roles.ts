import type { UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { CustomRole } from './custom-role.ts';

export interface CustomRoleRow extends CustomRole {
  readonly madeAt: UnixMs;
  /** Active members who have it, and open invitations that offer it at `now`. */
  readonly members: number;
  readonly invitations: number;
}

const SELECT = `SELECT r.role_id AS "roleId", r.name, r.actions, r.reach, r.made_at AS "madeAt",
    (SELECT count(*)::int FROM hw.members m
      WHERE m.tenant_id = r.tenant_id AND m.role_id = r.role_id AND m.status = 'active') AS members,
    (SELECT count(*)::int FROM hw.invitations i WHERE i.tenant_id = r.tenant_id AND i.role_id = r.role_id
      AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > $2) AS invitations
  FROM hw.roles r WHERE r.tenant_id = $1 AND r.removed_at IS NULL`;

/** The company's own roles by name; removed ones are left out. */
export async function listRoles(tx: TenantTx, now: UnixMs): Promise<readonly CustomRoleRow[]> {
  const { rows } = await tx.query<CustomRoleRow>(`${SELECT} ORDER BY lower(r.name), r.role_id`, [
    tx.tenantId,
    new Date(now),
  ]);
  return rows;
}

/** One that is not removed; `lock` holds it until the transaction ends, so that nobody is given it meanwhile. */
export async function findRole(
  tx: TenantTx,
  roleId: string,
  now: UnixMs,
  lock: 'SHARE' | 'UPDATE' | null = null,
): Promise<CustomRoleRow | undefined> {
  const { rows } = await tx.query<CustomRoleRow>(
    `${SELECT} AND r.role_id = $3${lock === null ? '' : ` FOR ${lock} OF r`}`,
    [tx.tenantId, new Date(now), roleId],
  );
  return rows[0];
}
