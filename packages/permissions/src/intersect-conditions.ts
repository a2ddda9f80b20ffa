import type { AccessClause, AccessCondition, PersonKey } from '@highwater/domain';
import { gatherClauses } from './gather-clauses.ts';

/**
 * What both conditions let through: a key's own reach within its maker's. A clause can ask for two lists of people; where
 * both together ask for more, people who are on both lists are asked for instead. So it may let through less than both do,
 * and never lets through what one of them does not.
 */
export function intersectConditions(one: AccessCondition, other: AccessCondition): AccessCondition {
  if (one.kind === 'none' || other.kind === 'none') return { kind: 'none' };
  if (one.kind === 'all') return other;
  if (other.kind === 'all') return one;
  const any = gatherClauses(one.any.flatMap((left) => other.any.map((right) => intersectClauses(left, right))));
  return any.length === 0 ? { kind: 'none' } : { kind: 'where', any };
}

/** One with an empty list or period where nothing is let through by both: gathering leaves it out. */
function intersectClauses(one: AccessClause, other: AccessClause): AccessClause {
  const people = intersectPeople(one, other);
  const rooms = onBoth(one.rooms, other.rooms);
  const kinds = onBoth(one.kinds, other.kinds);
  const directions = onBoth(one.directions, other.directions);
  const from = furthest(Math.max, one.from, other.from);
  const until = furthest(Math.min, one.until, other.until);
  return {
    ...people,
    ...(rooms === undefined ? {} : { rooms }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(directions === undefined ? {} : { directions }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

type People = readonly PersonKey[];

/** Whoever is on one list is on the other too, wherever one holds the other: that one is asked for alone. */
function intersectPeople(one: AccessClause, other: AccessClause): Pick<AccessClause, 'people' | 'with'> {
  const asked = [one.people, one.with, other.people, other.with].filter((list) => list !== undefined);
  const needed = asked.filter(
    (list, place) => !asked.some((within, at) => isWithin(within, list) && (at < place || !isWithin(list, within))),
  );
  const [first, second, ...more] = needed;
  if (more.length === 0) return peopleOf(first, second);
  return peopleOf(onBoth(one.people, other.people), onBoth(one.with, other.with));
}

function peopleOf(people: People | undefined, others: People | undefined): Pick<AccessClause, 'people' | 'with'> {
  return { ...(people === undefined ? {} : { people }), ...(others === undefined ? {} : { with: others }) };
}

function isWithin(list: People, wide: People): boolean {
  if (list === wide) return true;
  if (list.length > wide.length) return false;
  const known = new Set(wide);
  return list.every((person) => known.has(person));
}

function onBoth<Value>(
  one: readonly Value[] | undefined,
  other: readonly Value[] | undefined,
): readonly Value[] | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const known = new Set(other);
  return one.filter((value) => known.has(value));
}

function furthest(
  choose: (one: number, other: number) => number,
  one: number | undefined,
  other: number | undefined,
): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : choose(one, other);
}
