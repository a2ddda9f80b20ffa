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
 * Who is known by a text, as a table of the columns of hw.people and `fit`: by name, alias or remark of today, by the code
 * of somebody without a name, by id, by a name or remark of an earlier day. Remarks only of employees whom the reader may
 * see. Everybody is looked at once: a text of one character may fit them all.
 */
export function peopleNamedSql(text: NamePattern, access: AccessCondition, tenant: string, values: SqlValues): string {
  const [contains, begins, is] = [values.add(text.contains), values.add(text.begins), values.add(text.is)];
  const fitOf = (...columns: readonly string[]) => {
    const any = (pattern: string) => columns.map((column) => `${column} ~ ${pattern}`).join(' OR ');
    return `CASE WHEN ${any(is)} THEN ${FIT.is} WHEN ${any(begins)} THEN ${FIT.begins} ELSE ${FIT.contains} END`;
  };
  const former = { employee: `split_part(i.subject_key, ' ', 2)`, customer: `split_part(i.subject_key, ' ', 1)` };
  const times = { from: 'i.seen_from', until: 'i.ended_by' };
  // What still holds stands in the rows of people and in the remarks of today.
  const noted = [
    `SELECT f.connection_id, f.external_key AS person_key, ${fitOf('f.remark')} AS fit FROM hw.follows f
     WHERE f.tenant_id = ${tenant} AND f.remark ~ ${contains} AND ${employeesSql(access, { employee: 'f.employee_key', customer: 'f.external_key' }, values)}`,
    `SELECT i.connection_id, i.subject_key, ${FIT.before} FROM hw.intervals i WHERE i.tenant_id = ${tenant}
       AND i.subject = 'person' AND i.attribute IN ('name', 'alias') AND i.ended_by IS NOT NULL AND i.value ~ ${contains}`,
    `SELECT i.connection_id, split_part(i.subject_key, ' ', 1), ${FIT.before} FROM hw.intervals i
     WHERE i.tenant_id = ${tenant} AND i.subject = 'follow' AND i.attribute = 'remark' AND i.ended_by IS NOT NULL
       AND i.value ~ ${contains} AND ${employeesSql(access, former, values, times)}`,
  ];
  const known = [{ holds: `(p.name ~ ${contains} OR p.alias ~ ${contains})`, fit: fitOf('p.name', 'p.alias') }];
  if (ID_TEXT.test(text.text)) {
    const part = values.add(text.text);
    known.push({
      holds: `strpos(lower(p.written_as), ${part}) > 0`,
      fit: `CASE WHEN lower(p.written_as) = ${part} THEN ${FIT.is} ELSE ${FIT.id} END`,
    });
  }
  if (CODE_TEXT.test(text.text)) {
    const code = `lower(${PERSON_CODE}) = ${values.add(text.text)}`;
    known.push({ holds: `(p.name IS NULL AND p.kind = 'external_contact' AND ${code})`, fit: String(FIT.is) });
  }
  const fits = known.map(({ holds, fit }) => `CASE WHEN ${holds} THEN ${fit} END`);
  return `(SELECT p.*, least(noted.fit, ${fits.join(', ')}) AS fit FROM hw.people p
    LEFT JOIN (SELECT connection_id, person_key, min(fit) AS fit FROM (${noted.join(' UNION ALL ')}) noted
      GROUP BY connection_id, person_key) noted
      ON noted.connection_id = p.connection_id AND noted.person_key = p.person_key
    WHERE p.tenant_id = ${tenant} AND (noted.fit IS NOT NULL OR ${known.map(({ holds }) => holds).join(' OR ')}))`;
}
