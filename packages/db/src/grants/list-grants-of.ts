import type { AccessClause, PersonKey } from '@highwater/domain';
import type { MemberRow } from '../members/member-row.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { GrantedDepartment } from './granted-departments.ts';
import { joinStays, type Stay } from './join-stays.ts';

/** What a member was given, as rights are made of it. */
export interface ResolvedGrant {
  readonly employees: readonly PersonKey[];
  /** Of the departments: who was or is in them, in which period. */
  readonly clauses: readonly AccessClause[];
}

/**
 * What a member's grants give now: the employees that they name, and for departments the people who were in them or in one
 * of their sub-departments at the time, or are now. Nothing of a role; at most two statements, and none without departments.
 */
export async function listGrantsOf(
  tx: TenantTx,
  { employees, departments }: Pick<MemberRow, 'employees' | 'departments'>,
): Promise<readonly ResolvedGrant[]> {
  const as = (asOf: GrantedDepartment['asOf']) => departments.filter((each) => each.asOf === asOf);
  const [then, now] = [as('message'), as('now')];
  const stays = then.length === 0 ? [] : await listStays(tx, then);
  const present = now.length === 0 ? [] : await listPresent(tx, now);
  const clauses = joinStays([...stays, ...present.map((person) => ({ person, from: null, until: null }))]);
  return employees.length + clauses.length === 0 ? [] : [{ employees, clauses }];
}

/** Deeper trees are cut: WeCom allows 15 levels. */
const DEEPEST = 30;

/**
 * Periods in which people were in one of the departments or below. A value holds from the look that found it to the one
 * that found another or none; before the first look the first one, as nobody knew an earlier one. A department that
 * vanished stays where it was last: who was in it is what its people's own intervals say.
 */
async function listStays(tx: TenantTx, departments: readonly GrantedDepartment[]): Promise<readonly Stay[]> {
  const { rows } = await tx.query<Stay>(
    `WITH RECURSIVE parents AS MATERIALIZED (
       SELECT i.connection_id, i.subject_key AS department, i.value AS parent,
         CASE WHEN lag(i.seen_from) OVER own IS NULL THEN '-infinity' ELSE i.seen_from END AS since,
         coalesce(lead(i.seen_from) OVER own, 'infinity') AS until
       FROM hw.intervals i WHERE i.tenant_id = $1 AND i.connection_id = ANY($2::uuid[])
         AND i.subject = 'department' AND i.attribute = 'parent'
       WINDOW own AS (PARTITION BY i.connection_id, i.subject_key ORDER BY i.seen_from)
     ), within AS (
       SELECT connection_id, department_id::text AS department, '-infinity'::timestamptz AS since,
         'infinity'::timestamptz AS until, 0 AS depth
       FROM unnest($2::uuid[], $3::bigint[]) AS named (connection_id, department_id)
       UNION
       SELECT p.connection_id, p.department, greatest(p.since, w.since), least(p.until, w.until), w.depth + 1
       FROM within w JOIN parents p ON p.connection_id = w.connection_id AND p.parent = w.department
       WHERE p.since < w.until AND w.since < p.until AND w.depth < $4
     ), held AS (
       SELECT i.connection_id, i.subject_key AS person, string_to_array(i.value, ',') AS departments,
         CASE WHEN lag(i.seen_from) OVER own IS NULL THEN '-infinity' ELSE i.seen_from END AS since,
         coalesce(i.ended_by, 'infinity') AS until
       FROM hw.intervals i WHERE i.tenant_id = $1 AND i.connection_id = ANY($2::uuid[])
         AND i.subject = 'person' AND i.attribute = 'departments'
       WINDOW own AS (PARTITION BY i.connection_id, i.subject_key ORDER BY i.seen_from)
     )
     SELECT DISTINCT h.person, nullif(greatest(h.since, w.since), '-infinity') AS "from",
       nullif(least(h.until, w.until), 'infinity') AS until
     FROM held h CROSS JOIN LATERAL unnest(h.departments) AS own (department)
     JOIN within w ON w.connection_id = h.connection_id AND w.department = own.department
     WHERE h.since < w.until AND w.since < h.until`,
    [tx.tenantId, ...placesOf(departments), DEEPEST],
  );
  return rows;
}

/** Who is in one of the departments or below now. One that vanished has nobody. */
async function listPresent(tx: TenantTx, departments: readonly GrantedDepartment[]): Promise<readonly PersonKey[]> {
  const { rows } = await tx.query<{ person: PersonKey }>(
    `WITH RECURSIVE within AS (
       SELECT d.connection_id, d.department_id
       FROM unnest($2::uuid[], $3::bigint[]) AS named (connection_id, department_id)
       JOIN hw.departments d ON d.tenant_id = $1 AND d.connection_id = named.connection_id
         AND d.department_id = named.department_id AND d.ended_by IS NULL
       UNION
       SELECT d.connection_id, d.department_id FROM within w
       JOIN hw.departments d ON d.tenant_id = $1 AND d.connection_id = w.connection_id
         AND d.parent_id = w.department_id AND d.ended_by IS NULL
     )
     SELECT DISTINCT i.subject_key AS person
     FROM hw.intervals i CROSS JOIN LATERAL unnest(string_to_array(i.value, ',')) AS own (department)
     JOIN within w ON w.connection_id = i.connection_id AND w.department_id::text = own.department
     WHERE i.tenant_id = $1 AND i.connection_id = ANY($2::uuid[]) AND i.subject = 'person'
       AND i.attribute = 'departments' AND i.ended_by IS NULL`,
    [tx.tenantId, ...placesOf(departments)],
  );
  return rows.map(({ person }) => person);
}

function placesOf(departments: readonly GrantedDepartment[]): [string[], string[]] {
  return [
    departments.map(({ connectionId }) => connectionId),
    departments.map(({ departmentId }) => departmentId),
  ];
}

