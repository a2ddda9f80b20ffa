import type { AccessClause, PersonKey } from '@highwater/domain';
import { splitClauses, type ClauseGroup, type SplitPeople } from './split-clauses.ts';
import type { SqlValues } from './sql-values.ts';

/**
 * That a row of hw.attendance called `alias` is of somebody of the clauses on a day within its time. On any other day the
 * conversation has nothing that the reader may see. Of a clause that names nobody every row in its rooms on such a day is
 * one: only messages in which nobody takes part have none. `present` is an expression of everybody ever seen in the row's
 * conversation, where that is known beforehand: of a long list only those are looked up.
 */
export function attendedSql(
  clauses: readonly AccessClause[],
  alias: string,
  values: SqlValues,
  present: string | null = null,
): string {
  const { groups, ...plain } = splitClauses(clauses);
  const row = { alias, present };
  const holds = groups.map((group) => groupSql(group, row, values));
  if (holds.length === 0) return peopleSql(plain, row, values);
  if (plain.always.length + plain.dated.people.length > 0) holds.push(`(${peopleSql(plain, row, values)})`);
  return `(${holds.join(' OR ')})`;
}

interface AttendanceRow {
  readonly alias: string;
  readonly present: string | null;
}

/** A longer list would be put in order for each conversation. */
const FEW_PEOPLE = 100;

/** The first instant of a day of hw.attendance. */
export function startOfDay(day: string): string {
  return `((${day})::timestamp AT TIME ZONE 'UTC')`;
}

function peopleSql({ always, dated }: SplitPeople, row: AttendanceRow, values: SqlValues): string {
  if (dated.people.length === 0) return amongSql(always, row, values);
  const everybody = [...new Set([...always, ...dated.people])];
  const { alias } = row;
  return `${amongSql(everybody, row, values)} AND (${amongSql(always, { alias, present: null }, values)}
    OR (${values.add(dated.periods)}::jsonb ->> ${alias}.person_key)::tstzmultirange
      && tstzrange(${startOfDay(`${alias}.day`)}, ${startOfDay(`${alias}.day + 1`)}))`;
}

function amongSql(people: readonly PersonKey[], { alias, present }: AttendanceRow, values: SqlValues): string {
  const list = `ANY(${values.add(people)}::text[])`;
  if (present === null || people.length <= FEW_PEOPLE) return `${alias}.person_key = ${list}`;
  return `${alias}.person_key = ANY(ARRAY(SELECT one FROM unnest(${present}) AS one WHERE one = ${list}))`;
}

function groupSql({ narrowing, people, periods }: ClauseGroup, row: AttendanceRow, values: SqlValues): string {
  const { alias } = row;
  const { with: others, rooms } = narrowing;
  const where =
    rooms === undefined
      ? 'true'
      : `${alias}.conversation_id IN (SELECT place.conversation_id FROM hw.conversations place
          WHERE place.tenant_id = ${alias}.tenant_id AND place.room_id = ANY(${values.add(rooms)}::text[]))`;
  const when = periods.map((period) => `(${withinSql(period, alias, values)})`);
  // Made where it stands: a value that no statement names is refused.
  const beside = (): string => (others === undefined ? 'true' : amongSql(others, row, values));
  // Of two lists that both must take part the shorter one leads to fewer days.
  if (people !== null && others !== undefined && others.length <= people.always.length + people.dated.people.length)
    return `(${where} AND ${beside()})`;
  const whose = people === null ? [] : [`(${peopleSql(people, row, values)})`];
  return `(${where} AND (${[...whose, ...when.map((within) => `(${within} AND ${beside()})`)].join(' OR ')}))`;
}

/** That the day has a part of a period in it. */
function withinSql({ from, until }: Pick<AccessClause, 'from' | 'until'>, alias: string, values: SqlValues): string {
  const ends = [
    ...(from === undefined ? [] : [`${startOfDay(`${alias}.day + 1`)} > ${values.add(new Date(from))}::timestamptz`]),
    ...(until === undefined ? [] : [`${startOfDay(`${alias}.day`)} < ${values.add(new Date(until))}::timestamptz`]),
  ];
  return ends.length === 0 ? 'true' : ends.join(' AND ');
}
