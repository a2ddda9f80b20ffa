import type { AccessClause, PersonKey } from '@highwater/domain';

export interface SplitClauses {
  /** Whose messages hold whenever they were sent, each once. */
  readonly always: readonly PersonKey[];
  /** People with a period, as three lists for `unnest`; a person with several stands there several times. */
  readonly dated: {
    readonly people: readonly PersonKey[];
    /** Inclusive; '-infinity' without one. */
    readonly since: readonly (Date | '-infinity')[];
    /** Exclusive; 'infinity' without one. */
    readonly until: readonly (Date | 'infinity')[];
    /** The same as an object of person to tstzmultirange, JSON: found by key however many they are. */
    readonly periods: string;
  };
}

/** Of clauses that stay the same object between requests. */
const split = new WeakMap<readonly AccessClause[], SplitClauses>();

/** Clauses as SQL takes them: whoever is seen always needs no period beside it. */
export function splitClauses(clauses: readonly AccessClause[]): SplitClauses {
  const known = split.get(clauses) ?? splitAnew(clauses);
  split.set(clauses, known);
  return known;
}

function splitAnew(clauses: readonly AccessClause[]): SplitClauses {
  const isDated = ({ from, until }: AccessClause): boolean => typeof from === 'number' || typeof until === 'number';
  const always = new Set(clauses.flatMap((clause) => (isDated(clause) ? [] : clause.people)));
  const stays = clauses
    .filter(isDated)
    .flatMap(({ people, from, until }) =>
      people.filter((person) => !always.has(person)).map((person) => ({ person, from, until })),
    );
  return {
    always: [...always],
    dated: {
      people: stays.map(({ person }) => person),
      since: stays.map(({ from }) => (typeof from === 'number' ? new Date(from) : '-infinity')),
      until: stays.map(({ until }) => (typeof until === 'number' ? new Date(until) : 'infinity')),
      periods: writePeriods(stays),
    },
  };
}

interface Stay {
  readonly person: PersonKey;
  readonly from: number | undefined;
  readonly until: number | undefined;
}

function writePeriods(stays: readonly Stay[]): string {
  const time = (at: number | undefined): string => (typeof at === 'number' ? new Date(at).toISOString() : '');
  const ranges = [...Map.groupBy(stays, ({ person }) => person)].map(([person, own]): [string, string] => [
    person,
    `{${own
      .filter(({ from, until }) => from === undefined || until === undefined || from < until)
      .map(({ from, until }) => `[${time(from)},${time(until)})`)
      .join(',')}}`,
  ]);
  return JSON.stringify(Object.fromEntries(ranges));
}
