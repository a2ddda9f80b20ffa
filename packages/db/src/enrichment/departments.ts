import type { ConnectionId, DepartmentRecord, UnixMs } from '@highwater/domain';
import { observe, type Fact } from '../intervals/observe.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * The department tree as one call listed it whole: names and places of those that are there, the end of those that are
 * not, and the history of both. A name that was withheld leaves the one known before. The caller holds `lockEnriching`.
 */
export async function saveDepartments(
  tx: TenantTx,
  connectionId: ConnectionId,
  departments: readonly DepartmentRecord[],
  at: UnixMs,
): Promise<void> {
  const values = [tx.tenantId, connectionId, new Date(at)];
  await tx.query(
    `INSERT INTO hw.departments AS kept (tenant_id, connection_id, department_id, parent_id, name, position, leaders, seen_from, seen_until)
     SELECT $1, $2, "departmentId", "parentId", name, position, leaders, $3, $3
     FROM jsonb_to_recordset($4::jsonb) AS d ("departmentId" bigint, "parentId" bigint, name text, position bigint, leaders text[])
     ON CONFLICT (tenant_id, connection_id, department_id) DO UPDATE
     SET parent_id = excluded.parent_id, name = coalesce(excluded.name, kept.name), position = excluded.position,
       leaders = excluded.leaders, seen_until = greatest(kept.seen_until, excluded.seen_until), ended_by = NULL`,
    [...values, JSON.stringify([...new Map(departments.map((one) => [one.departmentId, one])).values()])],
  );
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE hw.departments SET ended_by = greatest($3, seen_until)
     WHERE tenant_id = $1 AND connection_id = $2 AND ended_by IS NULL AND department_id <> ALL($4::bigint[])
     RETURNING department_id AS id`,
    [...values, departments.map(({ departmentId }) => departmentId)],
  );
  const fact = (subjectKey: string, attribute: string, value: string | null): Fact => ({
    subject: 'department',
    subjectKey,
    attribute,
    value,
    at,
  });
  await observe(tx, connectionId, [
    ...departments.flatMap(({ departmentId, name, parentId }) => [
      ...(name === null ? [] : [fact(departmentId, 'name', name)]),
      fact(departmentId, 'parent', parentId),
    ]),
    ...rows.flatMap(({ id }) => [fact(id, 'name', null), fact(id, 'parent', null)]),
  ]);
}
