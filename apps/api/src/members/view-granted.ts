import { listDepartmentsByPlace, type GrantedDepartment, type TenantTx } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { grantedDepartmentView } from '../schemas/department.ts';

type GrantedView = z.output<typeof grantedDepartmentView>;

/** How departments of grants are shown: with their place in the tree; one that nobody knows any more has none. */
export async function describeGranted(
  tx: TenantTx,
  named: readonly GrantedDepartment[],
): Promise<(department: GrantedDepartment) => GrantedView> {
  const known = new Map((await listDepartmentsByPlace(tx, named)).map((row) => [keyOf(row), row]));
  return (department) => {
    const { connectionId, departmentId, asOf } = department;
    const row = known.get(keyOf(department));
    return { connectionId, departmentId, asOf, path: row?.path ?? [null], goneAt: row?.goneAt ?? null };
  };
}

function keyOf({ connectionId, departmentId }: Pick<GrantedDepartment, 'connectionId' | 'departmentId'>): string {
  return `${connectionId} ${departmentId}`;
}
