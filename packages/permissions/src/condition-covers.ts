import type { AccessClause, AccessCondition, PersonKey } from '@highwater/domain';

/**
 * Whether everything that `narrow` lets through is let through by `wide` too: may a reader with `wide` have what was
 * made under `narrow`? Person by person: all of each one's periods must lie within those that `wide` has of the same
 * person. It never says yes wrongly.
 */
export function conditionCovers(wide: AccessCondition, narrow: AccessCondition): boolean {
  if (narrow.kind === 'none' || wide.kind === 'all') return true;
  if (narrow.kind === 'all' || wide.kind === 'none') return false;
  const periods = periodsByPerson(wide.any);
  return narrow.any.every((clause) => {
    const { from, until } = periodOf(clause);
    // A period that is empty lets nothing through.
    if (from >= until) return true;
    return clause.people.every((person) => liesWithin(from, until, periods.get(person) ?? []));
  });
}

interface Period {
  readonly from: number;
  readonly until: number;
}

function periodOf({ from = -Infinity, until = Infinity }: AccessClause): Period {
  return { from, until };
}

/** Each person's periods, the earliest first. */
function periodsByPerson(clauses: readonly AccessClause[]): ReadonlyMap<PersonKey, readonly Period[]> {
  const periods = new Map<PersonKey, Period[]>();
  for (const clause of clauses.toSorted((one, other) => periodOf(one).from - periodOf(other).from || 0)) {
    for (const person of clause.people) {
      const own = periods.get(person);
      if (own === undefined) periods.set(person, [periodOf(clause)]);
      else own.push(periodOf(clause));
    }
  }
  return periods;
}

/** Whether the periods, the earliest first, leave nothing out between two instants. */
function liesWithin(from: number, until: number, periods: readonly Period[]): boolean {
  let covered = from;
  for (const period of periods) {
    if (period.from > covered) return false;
    covered = Math.max(covered, period.until);
    if (covered >= until) return true;
  }
  return false;
}
