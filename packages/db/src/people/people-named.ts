import type { AccessCondition } from '@highwater/domain';
import { employeesSql } from '../conditions/employees-sql.ts';
import type { SqlValues } from '../conditions/sql-values.ts';
import { PERSON_CODE } from './person-row.ts';

/** A text as regular expressions that match every way of writing it (`foldedPattern` of packages/search). */
export interface NamePattern {
  readonly contains: string;
  readonly begins: string;
  readonly is: string;
}

/** How well a person fits a text; the best first. */
const FIT = { is: 0, begins: 1, contains: 2, id: 3, before: 4 } as const;

/**
 * Who is known by a text, with `fit`, as a table of (connection_id, person_key, fit) : by name, alias or remark of today,
 * by the code of somebody without a name, by id, by a name or remark of some day. Remarks only of employees whom the
 * reader may see.
 */
export function peopleNamedSql(text: NamePattern, access: AccessCondition, tenant: string, values: SqlValues): string {
  const [contains, begins, is] = [values.add(text.contains), values.add(text.begins), values.add(text.is)];
  const fitOf = (...columns: readonly string[]) => {
    const any = (pattern: string) => columns.map((column) => `${column} ~ ${pattern}`).join(' OR ');
    return `CASE WHEN ${any(is)} THEN ${FIT.is} WHEN ${any(begins)} THEN ${FIT.begins}
      WHEN ${any(contains)} THEN ${FIT.contains} ELSE ${FIT.id} END`;
  };
  return `(SELECT connection_id, person_key, min(fit) AS fit FROM (
      SELECT k.connection_id, k.person_key,
        CASE WHEN k.written_as ~ ${is} THEN ${FIT.is} ELSE ${fitOf('k.name', 'k.alias')} END AS fit
      FROM hw.people k WHERE k.tenant_id = ${tenant}
        AND concat(k.name, chr(1), k.alias, chr(1), k.written_as) ~ ${contains}
      UNION ALL
      SELECT p.connection_id, p.person_key, ${FIT.is} FROM hw.people p WHERE p.tenant_id = ${tenant}
        AND p.name IS NULL AND p.kind = 'external_contact' AND ${PERSON_CODE} ~ ${is}
      UNION ALL
      SELECT f.connection_id, f.external_key, ${fitOf('f.remark')} FROM hw.follows f WHERE f.tenant_id = ${tenant}
        AND f.remark ~ ${contains} AND ${employeesSql(access, 'f.employee_key', values)}
      UNION ALL
      SELECT i.connection_id, i.subject_key, ${FIT.before} FROM hw.intervals i WHERE i.tenant_id = ${tenant}
        AND i.subject = 'person' AND i.attribute IN ('name', 'alias') AND i.value ~ ${contains}
      UNION ALL
      SELECT i.connection_id, split_part(i.subject_key, ' ', 1), ${FIT.before} FROM hw.intervals i
      WHERE i.tenant_id = ${tenant} AND i.subject = 'follow' AND i.attribute = 'remark' AND i.value ~ ${contains}
        AND ${employeesSql(access, `split_part(i.subject_key, ' ', 2)`, values)}) known
    GROUP BY connection_id, person_key)`;
}
