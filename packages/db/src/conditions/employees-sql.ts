import type { AccessCondition } from '@highwater/domain';
import { splitClauses } from './split-clauses.ts';
import type { SqlValues } from './sql-values.ts';

/** When a note was seen, as SQL: `until` is null while it is still there. */
export interface NoteTimes {
  readonly from: string;
  readonly until: string;
}

/**
 * That a column holds an employee of whom the reader may know what he noted: any, or one of its grant. With a period the
 * note must have been there within it; one without `times` is of today, so the period must have no end.
 */
export function employeesSql(
  access: AccessCondition,
  column: string,
  values: SqlValues,
  times: NoteTimes | null = null,
): string {
  switch (access.kind) {
    case 'none':
      return 'false';
    case 'all':
      return 'true';
    case 'where': {
      const { always, dated } = splitClauses(access.any);
      const holds = [`${column} = ANY(${values.add(always)}::text[])`];
      if (dated.people.length > 0) {
        const [people, since, until] = [dated.people, dated.since, dated.until].map((list) => values.add(list));
        const within =
          times === null
            ? `stay.until = 'infinity'`
            : `${times.from} < stay.until AND coalesce(${times.until}, 'infinity') > stay.since`;
        holds.push(`EXISTS (
          SELECT FROM unnest(${people}::text[], ${since}::timestamptz[], ${until}::timestamptz[]) AS stay (person_key, since, until)
          WHERE stay.person_key = ${column} AND ${within})`);
      }
      return `(${holds.join(' OR ')})`;
    }
  }
}
