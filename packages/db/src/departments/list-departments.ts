import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { NamePattern } from '../people/people-named.ts';
import type { DepartmentPlace } from '../grants/granted-departments.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface DepartmentRow extends DepartmentPlace {
  /** From the top of the tree to the department itself; null where WeCom gave no name. */
  readonly path: readonly (string | null)[];
  /** The look that did not find it any more. */
  readonly goneAt: UnixMs | null;
}

/** Where a department stands in the list: the tree read from above, connection by connection. */
export interface DepartmentPosition {
  readonly connectionId: ConnectionId;
  /** Numbers as decimal text. */
  readonly order: readonly string[];
}

export interface DepartmentFilter {
  /** A part of the name, as a pattern that matches every way of writing it. */
  readonly text: Pick<NamePattern, 'contains'> | null;
  readonly after: DepartmentPosition | null;
  readonly limit: number;
}

/** Deeper trees are cut: WeCom allows 15 levels. */
const DEEPEST = 30;

/** The departments with their place in the tree; those above first, WeCom's order among neighbours. `$1` is the tenant. */
const TREE = `WITH RECURSIVE tree AS (
    SELECT d.connection_id, d.department_id, d.name, d.ended_by, ARRAY[d.name] AS path,
      ARRAY[-coalesce(d.position, 0), d.department_id] AS place
    FROM hw.departments d
    WHERE d.tenant_id = $1 AND NOT EXISTS (SELECT FROM hw.departments above WHERE above.tenant_id = $1
      AND above.connection_id = d.connection_id AND above.department_id = d.parent_id)
    UNION ALL
    SELECT d.connection_id, d.department_id, d.name, d.ended_by, t.path || d.name,
      t.place || ARRAY[-coalesce(d.position, 0), d.department_id]
    FROM tree t JOIN hw.departments d ON d.tenant_id = $1 AND d.connection_id = t.connection_id
      AND d.parent_id = t.department_id
    WHERE cardinality(t.path) < ${DEEPEST}
  )
  SELECT connection_id AS "connectionId", department_id::text AS "departmentId", path, ended_by AS "goneAt",
    place::text[] AS "order" FROM tree`;

/** The tree as of the last look, without departments that vanished. */
export async function listDepartments(
  tx: TenantTx,
  { text, after, limit }: DepartmentFilter,
): Promise<readonly (DepartmentRow & DepartmentPosition)[]> {
  const { rows } = await tx.query<DepartmentRow & DepartmentPosition>(
    `${TREE} WHERE ended_by IS NULL AND ($2::text IS NULL OR name ~ $2)
       AND ($3::uuid IS NULL OR (connection_id, place) > ($3, $4::bigint[]))
     ORDER BY connection_id, place LIMIT $5`,
    [tx.tenantId, text?.contains ?? null, after?.connectionId ?? null, after?.order ?? [], limit],
  );
  return rows;
}

/** These departments, whether they are still there or vanished; unknown ones are left out. */
export async function listDepartmentsByPlace(
  tx: TenantTx,
  places: readonly DepartmentPlace[],
): Promise<readonly DepartmentRow[]> {
  if (places.length === 0) return [];
  const { rows } = await tx.query<DepartmentRow>(
    `${TREE} WHERE EXISTS (SELECT FROM unnest($2::uuid[], $3::bigint[]) AS named (connection_id, department_id)
       WHERE named.connection_id = tree.connection_id AND named.department_id = tree.department_id)
     ORDER BY connection_id, place`,
    [tx.tenantId, places.map(({ connectionId }) => connectionId), places.map(({ departmentId }) => departmentId)],
  );
  return rows;
}
