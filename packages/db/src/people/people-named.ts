import type { AccessCondition } from '@highwater/domain';
import { employeesSql } from '../conditions/employees-sql.ts';
import type { SqlValues } from '../conditions/sql-values.ts';
import { PERSON_CODE } from './person-row.ts';

/** A text as regular expressions that match every way of writing it (`foldedPattern` of packages/search). */
export interface NamePattern {
  /** Normalised. */
  readonly text: string;
  readonly contains: string;
  readonly begins: string;
  readonly is: string;
}

/** How well a person fits a text; the best first. */
const FIT = { is: 0, begins: 1, contains: 2, id: 3, before: 4 } as const;
/** Ids are written so. Where the text is not, they are not looked at: they are long, and most of the work. */
const ID_TEXT = /^[\x21-\x7e]+$/;
const CODE_TEXT = /^[0-9a-f]{4}$/;

/**
 * Who is known by a text, with `fit`, as a table of (connection_id, person_key, fit): by name, alias or remark of today,
 * by the code of somebody without a name, by id, by a name or remark of an earlier day. Remarks only of employees whom
 * the reader may see.
 */
export function peopleNamedSql(text: NamePattern, access: AccessCondition, tenant: string, values: SqlValues): string {
  const [contains, begins, is] = [values.add(text.contains), values.add(text.begins), values.add(text.is)];
  const fitOf = (...columns: readonly string[]) => {
    const any = (pattern: string) => columns.map((column) => `${column} ~ ${pattern}`).join(' OR ');
    return `CASE WHEN ${any(is)} THEN ${FIT.is} WHEN ${any(begins)} THEN ${FIT.begins} ELSE ${FIT.contains} END`;
  };
  const times = { from: 'i.seen_from', until: 'i.ended_by' };
  const known = [
    `SELECT k.connection_id, k.person_key, ${fitOf('k.name', 'k.alias')} AS fit
     FROM hw.people k WHERE k.tenant_id = ${tenant} AND (k.name ~ ${contains} OR k.alias ~ ${contains})`,
    `SELECT f.connection_id, f.external_key, ${fitOf('f.remark')} FROM hw.follows f WHERE f.tenant_id = ${tenant}
       AND f.remark ~ ${contains} AND ${employeesSql(access, 'f.employee_key', values)}`,
    // What still holds stands in the two tables above.
    `SELECT i.connection_id, i.subject_key, ${FIT.before} FROM hw.intervals i WHERE i.tenant_id = ${tenant}
       AND i.subject = 'person' AND i.attribute IN ('name', 'alias') AND i.ended_by IS NOT NULL AND i.value ~ ${contains}`,
    `SELECT i.connection_id, split_part(i.subject_key, ' ', 1), ${FIT.before} FROM hw.intervals i
     WHERE i.tenant_id = ${tenant} AND i.subject = 'follow' AND i.attribute = 'remark' AND i.ended_by IS NOT NULL
       AND i.value ~ ${contains} AND ${employeesSql(access, `split_part(i.subject_key, ' ', 2)`, values, times)}`,
  ];
  if (ID_TEXT.test(text.text)) {
    const part = values.add(text.text);
    known.push(`SELECT k.connection_id, k.person_key, CASE WHEN lower(k.written_as) = ${part} THEN ${FIT.is} ELSE ${FIT.id} END
     FROM hw.people k WHERE k.tenant_id = ${tenant} AND strpos(lower(k.written_as), ${part}) > 0`);
  }
  if (CODE_TEXT.test(text.text)) {
    known.push(`SELECT p.connection_id, p.person_key, ${FIT.is} FROM hw.people p WHERE p.tenant_id = ${tenant}
       AND p.name IS NULL AND p.kind = 'external_contact' AND lower(${PERSON_CODE}) = ${values.add(text.text)}`);
  }
  return `(SELECT connection_id, person_key, min(fit) AS fit FROM (${known.join(' UNION ALL ')}) known
    GROUP BY connection_id, person_key)`;
}
