import type { MemberId, PersonKey, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { departmentColumns, NO_DEPARTMENTS, type GrantedDepartments } from './granted-departments.ts';

/** Grants a member sight of these employees and departments (at least one of them), besides what other grants name. */
export async function insertGrant(
  tx: TenantTx,
  grant: {
    grantId: string;
    memberId: MemberId;
    employees: readonly PersonKey[];
    departments?: GrantedDepartments;
    grantedBy: MemberId;
    grantedAt: UnixMs;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.grants (tenant_id, grant_id, member_id, employees, granted_by, granted_at, department_connections,
       department_ids, departments_as_of)
     VALUES ($1, $2, $3, $4::text[], $5, $6, $7::uuid[], $8::bigint[], $9)`,
    [
      tx.tenantId,
      grant.grantId,
      grant.memberId,
      grant.employees,
      grant.grantedBy,
      new Date(grant.grantedAt),
      ...departmentColumns(grant.departments ?? NO_DEPARTMENTS),
    ],
  );
}

/** Ends every grant of a member; the rows stay. */
export async function revokeGrants(tx: TenantTx, memberId: MemberId, now: UnixMs): Promise<void> {
  await tx.query(
    'UPDATE hw.grants SET revoked_at = $3 WHERE tenant_id = $1 AND member_id = $2 AND revoked_at IS NULL',
    [tx.tenantId, memberId, new Date(now)],
  );
}
