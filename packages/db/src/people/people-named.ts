import type { AccessCondition } from '@highwater/domain';
import { employeesSql } from '../conditions/employees-sql.ts';
import type { SqlValues } from '../conditions/sql-values.ts';
import { PERSON_CODE } from './person-row.ts';

/**
 * That a row of hw.people called `p` is known by `text`, letter case aside: its id, its name and alias of today or of
 * some day, its anonymous code, or what an employee whom the reader may see calls or called it.
 */
export function peopleNamedSql(text: string, access: AccessCondition, tenant: string, values: SqlValues): string {
  const part = values.add(text.toLowerCase());
  const holds = (column: string) => `strpos(lower(${column}), ${part}) > 0`;
  const remarked = `SELECT i.connection_id, split_part(i.subject_key, ' ', 1) FROM hw.intervals i
    WHERE i.tenant_id = ${tenant} AND i.subject = 'follow' AND i.attribute = 'remark' AND ${holds('i.value')}
      AND ${employeesSql(access, `split_part(i.subject_key, ' ', 2)`, values)}`;
  return `(${holds('p.written_as')} OR ${holds(`coalesce(p.name, '')`)} OR ${holds(`coalesce(p.alias, '')`)}
    OR (p.name IS NULL AND p.kind = 'external_contact' AND lower(${PERSON_CODE}) = ${part})
    OR (p.connection_id, p.person_key) IN (SELECT i.connection_id, i.subject_key FROM hw.intervals i
      WHERE i.tenant_id = ${tenant} AND i.subject = 'person' AND i.attribute IN ('name', 'alias') AND ${holds('i.value')})
    OR (p.connection_id, p.person_key) IN (SELECT f.connection_id, f.external_key FROM hw.follows f
      WHERE f.tenant_id = ${tenant} AND ${holds(`coalesce(f.remark, '')`)}
        AND ${employeesSql(access, 'f.employee_key', values)})
    OR (p.connection_id, p.person_key) IN (${remarked}))`;
}
