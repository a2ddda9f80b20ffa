import type { ConnectionId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface DepartmentPath {
  readonly departmentId: string;
  /** From the top of the tree to the department itself; null where WeCom gave no name. */
  readonly path: readonly (string | null)[];
}

/** Deeper trees are cut from above: WeCom allows 15 levels. */
const DEEPEST = 30;

/** Where departments stand in the tree as of the last look. Unknown ones are left out. */
export async function listDepartmentPaths(
  tx: TenantTx,
  connectionId: ConnectionId,
  departmentIds: readonly string[],
): Promise<readonly DepartmentPath[]> {
  if (departmentIds.length === 0) return [];
  const { rows } = await tx.query<DepartmentPath>(
    `WITH RECURSIVE up AS (
       SELECT d.department_id AS leaf, d.parent_id, d.name, 0 AS depth FROM hw.departments d
       WHERE d.tenant_id = $1 AND d.connection_id = $2 AND d.department_id = ANY($3::bigint[])
       UNION ALL
       SELECT up.leaf, d.parent_id, d.name, up.depth + 1 FROM up
       JOIN hw.departments d ON d.tenant_id = $1 AND d.connection_id = $2 AND d.department_id = up.parent_id
       WHERE up.depth < $4)
     SELECT leaf::text AS "departmentId", array_agg(name ORDER BY depth DESC) AS path FROM up GROUP BY leaf ORDER BY leaf`,
    [tx.tenantId, connectionId, departmentIds, DEEPEST],
  );
  return rows;
}
