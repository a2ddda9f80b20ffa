import type { AccessClause } from '@highwater/domain';
import { splitClauses } from './split-clauses.ts';
import type { SqlValues } from './sql-values.ts';

/**
 * That a row of hw.attendance called `alias` is of somebody of the clauses on a day within its time. On any other day the
 * conversation has nothing that the reader may see.
 */
export function attendedSql(clauses: readonly AccessClause[], alias: string, values: SqlValues): string {
  const { always, dated } = splitClauses(clauses);
  const among = (people: readonly string[]): string => `${alias}.person_key = ANY(${values.add(people)}::text[])`;
  if (dated.people.length === 0) return among(always);
  const everybody = [...new Set([...always, ...dated.people])];
  return `${among(everybody)} AND (${among(always)}
    OR (${values.add(dated.periods)}::jsonb ->> ${alias}.person_key)::tstzmultirange
      && tstzrange(${startOfDay(`${alias}.day`)}, ${startOfDay(`${alias}.day + 1`)}))`;
}

/** The first instant of a day of hw.attendance. */
export function startOfDay(day: string): string {
  return `((${day})::timestamp AT TIME ZONE 'UTC')`;
}
