import type { AccessClause, PersonKey, UnixMs } from '@highwater/domain';

/** A period in which somebody's messages may be seen: `from` inclusive, `until` exclusive, null without end. */
export interface Stay {
  readonly person: PersonKey;
  readonly from: UnixMs | null;
  readonly until: UnixMs | null;
}

/**
 * Stays as clauses, as few as they need: those of one person that touch become one, people of equal periods stand together.
 */
export function joinStays(stays: readonly Stay[]): readonly AccessClause[] {
  const periods = new Map<string, { people: Set<PersonKey>; from: UnixMs | null; until: UnixMs | null }>();
  for (const [person, own] of Map.groupBy(stays, (stay) => stay.person)) {
    for (const { from, until } of joinPeriods(own)) {
      const key = `${from} ${until}`;
      const period = periods.get(key);
      if (period === undefined) periods.set(key, { people: new Set([person]), from, until });
      else period.people.add(person);
    }
  }
  return [...periods.values()].map(({ people, from, until }) => ({
    people: [...people].toSorted(),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
  }));
}

type Period = Pick<Stay, 'from' | 'until'>;

function joinPeriods(periods: readonly Period[]): readonly Period[] {
  const joined: Period[] = [];
  for (const next of periods.toSorted((one, other) => startOf(one) - startOf(other))) {
    const last = joined.at(-1);
    if (last === undefined || (last.until !== null && last.until < startOf(next))) joined.push(next);
    else if (last.until !== null && (next.until === null || next.until > last.until))
      joined[joined.length - 1] = { from: last.from, until: next.until };
  }
  return joined;
}

function startOf({ from }: Period): number {
  return from ?? -Infinity;
}
