import type { AccessClause, UnixMs } from '@highwater/domain';

export const DAY_MS = 86_400_000;

/**
 * The people of clauses with the first and the last day (UTC) of each, as three lists for
 * `unnest($::text[], $::date[], $::date[]) AS granted (person_key, first_day, last_day)`.
 */
export function grantedDays(clauses: readonly AccessClause[]): readonly [string[], string[], string[]] {
  const each = clauses.flatMap(({ people, from, until }) => people.map((person) => ({ person, from, until })));
  return [
    each.map(({ person }) => person),
    each.map(({ from }) => (typeof from === 'number' ? dayOf(from) : '-infinity')),
    each.map(({ until }) => (typeof until === 'number' ? dayOf(until) : 'infinity')),
  ];
}

/** The day (UTC) of an instant, as a date of SQL; years of five digits are beyond all days. */
export function dayOf(at: UnixMs): string {
  return at >= Date.UTC(9999, 11, 31) ? 'infinity' : new Date(at).toISOString().slice(0, 10);
}
