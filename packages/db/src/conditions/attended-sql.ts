import type { AccessClause, PersonKey } from '@highwater/domain';
import { splitClauses, type ClauseGroup, type SplitPeople } from './split-clauses.ts';
import type { SqlValues } from './sql-values.ts';

/**
 * That a row of hw.attendance called `alias` is of somebody of the clauses on a day within its time. On any other day the
 * conversation has nothing that the reader may see. Of a clause that names nobody every row in its rooms on such a day is
 * one: only messages in which nobody takes part have none.
 */
export function attendedSql(clauses: readonly AccessClause[], alias: string, values: SqlValues): string {
  const { groups, ...plain } = splitClauses(clauses);
  const holds = groups.map((group) => groupSql(group, alias, values));
  if (holds.length === 0) return peopleSql(plain, alias, values);
  if (plain.always.length + plain.dated.people.length > 0) holds.push(`(${peopleSql(plain, alias, values)})`);
  return `(${holds.join(' OR ')})`;
}

/** The first instant of a day of hw.attendance. */
export function startOfDay(day: string): string {
  return `((${day})::timestamp AT TIME ZONE 'UTC')`;
}

function peopleSql({ always, dated }: SplitPeople, alias: string, values: SqlValues): string {
  if (dated.people.length === 0) return amongSql(always, alias, values);
  const everybody = [...new Set([...always, ...dated.people])];
  return `${amongSql(everybody, alias, values)} AND (${amongSql(always, alias, values)}
    OR (${values.add(dated.periods)}::jsonb ->> ${alias}.person_key)::tstzmultirange
      && tstzrange(${startOfDay(`${alias}.day`)}, ${startOfDay(`${alias}.day + 1`)}))`;
}

function amongSql(people: readonly PersonKey[], alias: string, values: SqlValues): string {
  return `${alias}.person_key = ANY(${values.add(people)}::text[])`;
}

function groupSql({ narrowing, people, periods }: ClauseGroup, alias: string, values: SqlValues): string {
  const { with: others, rooms } = narrowing;
  const where =
    rooms === undefined
      ? 'true'
      : `${alias}.conversation_id IN (SELECT place.conversation_id FROM hw.conversations place
          WHERE place.tenant_id = ${alias}.tenant_id AND place.room_id = ANY(${values.add(rooms)}::text[]))`;
  const when = periods.map((period) => `(${withinSql(period, alias, values)})`);
  const beside = others === undefined ? 'true' : amongSql(others, alias, values);
  // Of two lists that both must take part the shorter one leads to fewer days.
  if (people !== null && others !== undefined && others.length <= people.always.length + people.dated.people.length)
    return `(${where} AND ${beside})`;
  const whose = people === null ? [] : [`(${peopleSql(people, alias, values)})`];
  return `(${where} AND (${[...whose, ...when.map((within) => `(${within} AND ${beside})`)].join(' OR ')}))`;
}

/** That the day has a part of a period in it. */
function withinSql({ from, until }: Pick<AccessClause, 'from' | 'until'>, alias: string, values: SqlValues): string {
  const ends = [
    ...(from === undefined ? [] : [`${startOfDay(`${alias}.day + 1`)} > ${values.add(new Date(from))}::timestamptz`]),
    ...(until === undefined ? [] : [`${startOfDay(`${alias}.day`)} < ${values.add(new Date(until))}::timestamptz`]),
  ];
  return ends.length === 0 ? 'true' : ends.join(' AND ');
}
