import type { AccessClause, PersonKey } from '@highwater/domain';

/** People with or without periods, as statements take them. */
export interface SplitPeople {
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

/** What narrows a clause beside its people and its period. */
export type Narrowing = Pick<AccessClause, 'with' | 'rooms' | 'kinds' | 'directions'>;

/** Clauses that are narrowed in the same way. */
export interface ClauseGroup {
  readonly narrowing: Narrowing;
  /** Of its clauses with people; null where it has none. */
  readonly people: SplitPeople | null;
  /** Of its clauses without people: one of these periods holds. */
  readonly periods: readonly Pick<AccessClause, 'from' | 'until'>[];
}

export interface SplitClauses extends SplitPeople {
  /** Clauses of more than people and a period, or without people. */
  readonly groups: readonly ClauseGroup[];
}

/** Of clauses that stay the same object between requests. */
const split = new WeakMap<readonly AccessClause[], SplitClauses>();

/**
 * Clauses as SQL takes them: those of people and periods alone, in which whoever is seen always needs no period beside it,
 * and the others by what narrows them. Clauses that let nothing through are left out.
 */
export function splitClauses(clauses: readonly AccessClause[]): SplitClauses {
  const known = split.get(clauses) ?? splitAnew(clauses);
  split.set(clauses, known);
  return known;
}

function splitAnew(clauses: readonly AccessClause[]): SplitClauses {
  const able = clauses.filter(letsSomethingThrough);
  const isPlain = (clause: AccessClause): boolean => clause.people !== undefined && !isNarrowed(clause);
  const groups = Map.groupBy(
    able.filter((clause) => !isPlain(clause)),
    ({ with: others, rooms, kinds, directions }) =>
      JSON.stringify([others ?? null, rooms ?? null, kinds ?? null, directions ?? null]),
  );
  return { ...splitPeople(able.filter(isPlain)), groups: [...groups.values()].flatMap(groupOf) };
}

function letsSomethingThrough({ people, with: others, rooms, kinds, directions, from, until }: AccessClause): boolean {
  if (from !== undefined && until !== undefined && from >= until) return false;
  return [people, others, rooms, kinds, directions].every((list) => list === undefined || list.length > 0);
}

function isNarrowed({ with: others, rooms, kinds, directions }: AccessClause): boolean {
  return [others, rooms, kinds, directions].some((list) => list !== undefined);
}

function groupOf(alike: readonly AccessClause[]): ClauseGroup[] {
  const [first] = alike;
  if (first === undefined) return [];
  const { people: _people, from: _from, until: _until, ...narrowing } = first;
  const named = alike.filter(({ people }) => people !== undefined);
  return [
    {
      narrowing,
      people: named.length === 0 ? null : splitPeople(named),
      periods: alike.filter(({ people }) => people === undefined),
    },
  ];
}

function splitPeople(clauses: readonly AccessClause[]): SplitPeople {
  const isDated = ({ from, until }: AccessClause): boolean => typeof from === 'number' || typeof until === 'number';
  const always = new Set(clauses.flatMap((clause) => (isDated(clause) ? [] : (clause.people ?? []))));
  const stays = clauses.flatMap(({ people = [], from, until }) =>
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
    `{${own.map(({ from, until }) => `[${time(from)},${time(until)})`).join(',')}}`,
  ]);
  return JSON.stringify(Object.fromEntries(ranges));
}
