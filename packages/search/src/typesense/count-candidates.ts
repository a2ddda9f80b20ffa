import type { Direction, MessageKind, PersonKey, RoomId, SearchCounts } from '@highwater/domain';
import { dayBuckets } from './day-buckets.ts';
import { decodeId } from './encode-id.ts';
import { queryOf, type WordPlan } from './plan-words.ts';
import type { Search, SearchAnswer } from './run-searches.ts';

/** More searches than this are not asked for one count: the first clause alone is counted, and the answer says so. */
const MOST_TERMS = 32;
const MOST_NAMED = 20;

type Run = (searches: readonly Search[]) => Promise<readonly SearchAnswer[]>;

/** Messages that hold `phrase` and none of `without`, added or taken away. */
interface Term {
  readonly sign: 1 | -1;
  readonly phrase: string | null;
  readonly without: readonly string[];
}

/**
 * Numbers of all that matches. Two phrases cannot be asked for together, but one without others can: what holds A and B
 * is what holds A, less what holds A without B. What holds A or B is what holds A, and what holds B without A. So every
 * query is a sum of searches with one phrase each, asked in one request.
 */
export async function countCandidates(run: Run, plan: WordPlan, filter: string, zone: string): Promise<SearchCounts> {
  const { terms, isWhole } = termsOf(plan);
  const days = dayBuckets(zone);
  const facets = { fields: ['kind', 'direction', 'people', 'room', days.field], values: days.values };
  const guarded = [...new Set(terms.flatMap(({ phrase, without }) => (without.length === 0 ? [] : (phrase ?? []))))];
  const answers = await run([
    ...terms.map(({ phrase, without }) => ({ q: queryOf(phrase, without), filter, size: 0, facets })),
    ...guarded.map((phrase) => ({ q: queryOf(phrase, []), filter, size: 0 })),
  ]);
  // Beside what is excluded, a phrase without a match would be left out and everything else counted.
  const absent = new Set<string | null>(guarded.filter((_, at) => answers[terms.length + at]?.found === 0));
  const counted = terms.flatMap(({ phrase, sign }, at) => {
    const answer = answers[at];
    return answer === undefined || absent.has(phrase) ? [] : [{ sign, answer }];
  });
  const sum = (field: string): [string, number][] => sumFacet(counted, field);
  const isCut = counted.some(({ answer }) => {
    const facet = answer.facets.get(days.field);
    return facet !== undefined && facet.total > facet.counts.size;
  });
  const byDay = new Map<string, number>();
  for (const [value, count] of sum(days.field))
    byDay.set(days.dayOf(value), (byDay.get(days.dayOf(value)) ?? 0) + count);
  return {
    total: counted.reduce((total, { sign, answer }) => total + sign * answer.found, 0),
    isExact: plan.isExact && isWhole && !isCut,
    days: [...byDay].toSorted().map(([day, count]) => ({ day, count })),
    kinds: named<MessageKind>(sum('kind')).map(([kind, count]) => ({ kind, count })),
    directions: named<Direction>(sum('direction')).map(([direction, count]) => ({ direction, count })),
    people: named<PersonKey>(sum('people'))
      .slice(0, MOST_NAMED)
      .map(([personKey, count]) => ({ personKey, count })),
    rooms: named<RoomId>(sum('room'))
      .slice(0, MOST_NAMED)
      .map(([roomId, count]) => ({ roomId, count })),
  };
}

export function termsOf({ clauses, without }: WordPlan): {
  readonly terms: readonly Term[];
  readonly isWhole: boolean;
} {
  const [driver, ...others] = clauses.toSorted((one, other) => one.length - other.length);
  if (driver === undefined) return { terms: [{ sign: 1, phrase: null, without }], isWhole: true };
  const isWhole = driver.length * 2 ** others.length <= MOST_TERMS;
  const subsets = isWhole ? subsetsOf(others) : [{ sign: 1 as const, phrases: [] }];
  const terms = driver.flatMap((phrase, at) =>
    subsets.map(({ sign, phrases }) => ({
      sign,
      phrase,
      without: [...new Set([...without, ...driver.slice(0, at), ...phrases])],
    })),
  );
  return { terms, isWhole };
}

function subsetsOf(clauses: readonly (readonly string[])[]): { sign: 1 | -1; phrases: readonly string[] }[] {
  let subsets: { sign: 1 | -1; phrases: readonly string[] }[] = [{ sign: 1, phrases: [] }];
  for (const clause of clauses) {
    const without = subsets.map(({ sign, phrases }) => ({
      sign: sign === 1 ? (-1 as const) : (1 as const),
      phrases: [...phrases, ...clause],
    }));
    subsets = [...subsets, ...without];
  }
  return subsets;
}

function sumFacet(counted: readonly { sign: 1 | -1; answer: SearchAnswer }[], field: string): [string, number][] {
  const sums = new Map<string, number>();
  for (const { sign, answer } of counted) {
    for (const [value, count] of answer.facets.get(field)?.counts ?? []) {
      sums.set(value, (sums.get(value) ?? 0) + sign * count);
    }
  }
  return [...sums].filter(([, count]) => count > 0);
}

/** Ids that were too long to be written down in the index are left out. */
function named<Id extends string>(values: readonly [string, number][]): [Id, number][] {
  return values
    .flatMap(([value, count]): [Id, number][] => {
      const id = decodeId(value);
      return id === undefined ? [] : [[id as Id, count]];
    })
    .toSorted(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
}
