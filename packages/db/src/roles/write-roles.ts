import type { MemberId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { CustomRole } from './custom-role.ts';

/** Adds a role of the company's own; false when one of that name is there, letter case aside. */
export async function insertRole(
  tx: TenantTx,
  { roleId, name, actions, reach, madeBy, madeAt }: CustomRole & { readonly madeBy: MemberId; readonly madeAt: UnixMs },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.roles (tenant_id, role_id, name, actions, reach, made_by, made_at)
     VALUES ($1, $2, $3, $4::text[], $5, $6, $7) ON CONFLICT DO NOTHING`,
    [tx.tenantId, roleId, name, actions, reach, madeBy, new Date(madeAt)],
  );
  return rowCount === 1;
}

/** Its members have the new rights from the commit on. False when another role has the name. */
export async function updateRole(tx: TenantTx, { roleId, name, actions, reach }: CustomRole): Promise<boolean> {
  const { rows } = await tx.query<{ taken: boolean }>(
    `SELECT EXISTS (SELECT FROM hw.roles r WHERE r.tenant_id = $1 AND r.role_id <> $2 AND lower(r.name) = lower($3)
       AND r.removed_at IS NULL) AS taken`,
    [tx.tenantId, roleId, name],
  );
  if (rows[0]?.taken) return false;
  await tx.query(
    `UPDATE hw.roles SET name = $3, actions = $4::text[], reach = $5
     WHERE tenant_id = $1 AND role_id = $2 AND removed_at IS NULL`,
    [tx.tenantId, roleId, name, actions, reach],
  );
  return true;
}

/** The row stays for the audit log. */
export async function markRoleRemoved(tx: TenantTx, roleId: string, now: UnixMs): Promise<void> {
  await tx.query('UPDATE hw.roles SET removed_at = $3 WHERE tenant_id = $1 AND role_id = $2 AND removed_at IS NULL', [
    tx.tenantId,
    roleId,
    new Date(now),
  ]);
}
