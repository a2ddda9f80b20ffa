import type { AccessClause, PersonKey, UnixMs } from '@highwater/domain';

export const DAY_MS = 86_400_000;

/**
 * People of whom one takes part in all that the clauses let through, with the first and the last day (UTC) of each, as
 * three lists for `unnest($::text[], $::date[], $::date[]) AS granted (person_key, first_day, last_day)`. Of two lists of a
 * clause the shorter one; of one that names nobody, nobody.
 */
export function grantedDays(clauses: readonly AccessClause[]): readonly [string[], string[], string[]] {
  const each = clauses.flatMap(({ people, with: others, from, until }) =>
    shorter(people, others).map((person) => ({ person, from, until })),
  );
  return [
    each.map(({ person }) => person),
    each.map(({ from }) => (typeof from === 'number' ? dayOf(from) : '-infinity')),
    each.map(({ until }) => (typeof until === 'number' ? dayOf(until) : 'infinity')),
  ];
}

function shorter(one: readonly PersonKey[] = [], other: readonly PersonKey[] = one): readonly PersonKey[] {
  return one.length === 0 || other.length < one.length ? other : one;
}

/** The day (UTC) of an instant, as a date of SQL; years of five digits are beyond all days. */
export function dayOf(at: UnixMs): string {
  return at >= Date.UTC(9999, 11, 31) ? 'infinity' : new Date(at).toISOString().slice(0, 10);
}
