import type { AccessClause, AccessCondition } from '@highwater/domain';
import { splitClauses, type ClauseGroup, type SplitPeople } from './split-clauses.ts';
import type { SqlValues } from './sql-values.ts';

/** Whose note about whom, as columns. */
export interface NoteColumns {
  readonly employee: string;
  readonly customer: string;
}

/** When a note was seen, as SQL: `until` is null while it is still there. */
export interface NoteTimes {
  readonly from: string;
  readonly until: string;
}

/**
 * That the reader may know what an employee noted about a customer: a clause opens all that the two say to each other. So a
 * clause of some rooms, kinds or directions opens no note, one with customers only notes about these, and one without
 * employees notes of any. With a period the note must have been there within it; one without `times` is of today, so the
 * period must have no end.
 */
export function employeesSql(
  access: AccessCondition,
  columns: NoteColumns,
  values: SqlValues,
  times: NoteTimes | null = null,
): string {
  switch (access.kind) {
    case 'none':
      return 'false';
    case 'all':
      return 'true';
    case 'where': {
      const { groups, ...plain } = splitClauses(access.any);
      const whole = groups.filter(({ narrowing: { rooms, kinds, directions } }) =>
        [rooms, kinds, directions].every((list) => list === undefined),
      );
      const holds = [
        ...ofEmployeesSql(plain, columns, values, times),
        ...whole.map((group) => groupSql(group, columns, values, times)),
      ];
      return `(${holds.join(' OR ')})`;
    }
  }
}

function groupSql(
  { narrowing, people, periods }: ClauseGroup,
  columns: NoteColumns,
  values: SqlValues,
  times: NoteTimes | null,
): string {
  const { with: customers } = narrowing;
  const about = customers === undefined ? 'true' : `${columns.customer} = ANY(${values.add(customers)}::text[])`;
  const holds = periods.map((period) => withinSql(period, values, times));
  if (people !== null) holds.push(...ofEmployeesSql(people, columns, values, times));
  return `(${about} AND (${holds.join(' OR ')}))`;
}

function ofEmployeesSql(
  { always, dated }: SplitPeople,
  { employee }: NoteColumns,
  values: SqlValues,
  times: NoteTimes | null,
): string[] {
  const holds = [`${employee} = ANY(${values.add(always)}::text[])`];
  if (dated.people.length > 0) {
    const [people, since, until] = [dated.people, dated.since, dated.until].map((list) => values.add(list));
    const within =
      times === null
        ? `stay.until = 'infinity'`
        : `${times.from} < stay.until AND coalesce(${times.until}, 'infinity') > stay.since`;
    holds.push(`EXISTS (
      SELECT FROM unnest(${people}::text[], ${since}::timestamptz[], ${until}::timestamptz[]) AS stay (person_key, since, until)
      WHERE stay.person_key = ${employee} AND ${within})`);
  }
  return holds;
}

function withinSql(
  { from, until }: Pick<AccessClause, 'from' | 'until'>,
  values: SqlValues,
  times: NoteTimes | null,
): string {
  if (times === null) return until === undefined ? 'true' : 'false';
  const ends = [
    ...(until === undefined ? [] : [`${times.from} < ${values.add(new Date(until))}::timestamptz`]),
    ...(from === undefined
      ? []
      : [`coalesce(${times.until}, 'infinity') > ${values.add(new Date(from))}::timestamptz`]),
  ];
  return ends.length === 0 ? 'true' : `(${ends.join(' AND ')})`;
}
