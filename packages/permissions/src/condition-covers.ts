import type { AccessClause, AccessCondition, PersonKey } from '@highwater/domain';
import { splitClause } from './split-clause.ts';

/**
 * Whether everything that `narrow` lets through is let through by `wide` too: may a reader with `wide` have what was
 * made under `narrow`? Value by value: all of each one's periods must lie within those that `wide` has of the same value.
 * It never says yes wrongly; where a clause has too many combinations of values to look at each, it may say no to what
 * several clauses cover together.
 */
export function conditionCovers(wide: AccessCondition, narrow: AccessCondition): boolean {
  if (narrow.kind === 'none' || wide.kind === 'all') return true;
  if (narrow.kind === 'all') return wide.kind === 'where' && fillsTime(wide.any.filter(isOfEverything));
  if (wide.kind === 'none') return narrow.any.every(isEmpty);
  const finder = createFinder(wide.any);
  return narrow.any.every((clause) => {
    if (isEmpty(clause)) return true;
    if (finder(clause).some((one) => liesWithin(clause, [one]))) return true;
    return splitClause(clause).every((part) => liesWithin(part, finder(part)));
  });
}

type ListField = 'people' | 'with' | 'rooms' | 'kinds' | 'directions';
const LISTS: readonly ListField[] = ['people', 'with', 'rooms', 'kinds', 'directions'];

/** Whether it lets nothing through, by itself: an empty period or list. */
function isEmpty(clause: AccessClause): boolean {
  return startOf(clause) >= endOf(clause) || LISTS.some((field) => clause[field]?.length === 0);
}

function isOfEverything(clause: AccessClause): boolean {
  return LISTS.every((field) => clause[field] === undefined);
}

function fillsTime(clauses: readonly AccessClause[]): boolean {
  return liesWithin({}, clauses);
}

interface WideClause {
  readonly clause: AccessClause;
  readonly lists: Readonly<Record<ListField, ReadonlySet<string> | null>>;
}

/** Finds the clauses that let through all of what a clause does, were it not for the time; those of people by person. */
function createFinder(wide: readonly AccessClause[]): (narrow: AccessClause) => readonly AccessClause[] {
  const prepared = wide.map((clause) => prepare(clause));
  const byPerson = new Map<PersonKey, WideClause[]>();
  const ofAnybody = prepared.filter(({ clause }) => clause.people === undefined || clause.with !== undefined);
  for (const each of prepared.filter((one) => !ofAnybody.includes(one))) {
    for (const person of each.clause.people ?? []) {
      const own = byPerson.get(person);
      if (own === undefined) byPerson.set(person, [each]);
      else own.push(each);
    }
  }
  return (narrow) => {
    const present = [narrow.people?.[0], narrow.with?.[0]].flatMap((person) => (person === undefined ? [] : [person]));
    const candidates = new Set([...ofAnybody, ...present.flatMap((person) => byPerson.get(person) ?? [])]);
    return [...candidates].filter((one) => holdsFor(one, narrow)).map(({ clause }) => clause);
  };
}

function prepare(clause: AccessClause): WideClause {
  const setOf = (field: ListField): ReadonlySet<string> | null => {
    const list = clause[field];
    return list === undefined ? null : new Set<string>(list);
  };
  const [people, others, rooms] = [setOf('people'), setOf('with'), setOf('rooms')];
  return { clause, lists: { people, with: others, rooms, kinds: setOf('kinds'), directions: setOf('directions') } };
}

/** Who takes part, takes part: `people` and `with` of the narrow clause answer for both of the wide one. */
function holdsFor({ lists }: WideClause, narrow: AccessClause): boolean {
  const within = (set: ReadonlySet<string> | null, ...known: readonly (readonly string[] | undefined)[]): boolean =>
    set === null || known.some((list) => list !== undefined && list.every((value) => set.has(value)));
  return (
    within(lists.people, narrow.people, narrow.with) &&
    within(lists.with, narrow.people, narrow.with) &&
    within(lists.rooms, narrow.rooms) &&
    within(lists.kinds, narrow.kinds) &&
    within(lists.directions, narrow.directions)
  );
}

/** Whether the periods of the others leave nothing out of that of the clause. */
function liesWithin(clause: AccessClause, others: readonly AccessClause[]): boolean {
  let covered = startOf(clause);
  // Of two without a beginning the difference is no number, which sorts as equal.
  for (const other of others.toSorted((one, two) => startOf(one) - startOf(two))) {
    if (startOf(other) > covered) return false;
    covered = Math.max(covered, endOf(other));
    if (covered >= endOf(clause)) return true;
  }
  return false;
}

function startOf({ from = -Infinity }: AccessClause): number {
  return from;
}

function endOf({ until = Infinity }: AccessClause): number {
  return until;
}
