import type { UnixMs } from '@highwater/domain';
import { encodeArray } from '../arrays/encode-array.ts';
import { listFacts } from '../search-tokens/pack-facts.ts';
import type { AccessTokens } from './token-condition.ts';

/** People of a reader's condition by tokens, as statements take them; lists are `int[]`. */
export interface SplitPeople {
  /** Who is seen at some time. */
  readonly everybody: Buffer;
  /** Who is seen at all times; null for nobody. */
  readonly always: Buffer | null;
  /** The periods of the others as an object of token to tstzmultirange, JSON; null where nobody has one. */
  readonly periods: string | null;
  /** How many are seen at some time. */
  readonly size: number;
}

/** Entries of a reader's condition that are narrowed in the same way. */
export interface AccessGroup {
  /** Of its entries with people; null where it has none. */
  readonly people: SplitPeople | null;
  /** Of its entries without people: one of these periods holds. */
  readonly times: readonly { readonly from: UnixMs | null; readonly until: UnixMs | null }[];
  /** Of each list one. */
  readonly with: readonly number[] | null;
  readonly rooms: readonly number[] | null;
  readonly kindTokens: readonly number[] | null;
  /** Every number of kind and direction that holds; null where neither is asked. */
  readonly facts: readonly number[] | null;
  /** The same of directions alone. */
  readonly directions: readonly number[] | null;
}

/** Of conditions that stay the same object between requests. */
const split = new WeakMap<readonly AccessTokens[], readonly AccessGroup[]>();

/** At least one of the groups holds. */
export function splitAccess(access: readonly AccessTokens[]): readonly AccessGroup[] {
  const known = split.get(access) ?? splitAnew(access);
  split.set(access, known);
  return known;
}

/** People and periods alone. */
export function isPlain({ times, with: others, rooms, kindTokens, facts }: AccessGroup): boolean {
  return times.length === 0 && [others, rooms, kindTokens, facts].every((list) => list === null);
}

function splitAnew(access: readonly AccessTokens[]): readonly AccessGroup[] {
  const groups = Map.groupBy(access, ({ with: others = null, rooms = null, kinds = null, directions = null }) =>
    JSON.stringify([others, rooms, kinds, directions]),
  );
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const { with: others = null, rooms = null, kinds = null, kindTokens = null, directions = null } = first;
    const named = alike.flatMap(({ people, ...clause }) => (people === undefined ? [] : [{ ...clause, people }]));
    return {
      people: named.length === 0 ? null : splitPeople(named),
      times: alike.filter(({ people }) => people === undefined),
      with: others,
      rooms,
      kindTokens,
      facts: factsOf(kinds, directions),
      directions: factsOf(null, directions),
    };
  });
}

/** An empty list lets nothing through, where a query's would leave it open. */
function factsOf(
  kinds: AccessTokens['kinds'] | null,
  directions: AccessTokens['directions'] | null,
): readonly number[] | null {
  if (kinds?.length === 0 || directions?.length === 0) return [];
  return listFacts({ kinds: kinds ?? [], directions: directions ?? [], hasMedia: null });
}

type NamedTokens = Pick<AccessTokens, 'from' | 'until'> & { readonly people: readonly number[] };

function splitPeople(access: readonly NamedTokens[]): SplitPeople {
  const everybody = new Set(access.flatMap(({ people }) => people));
  const always = new Set(access.flatMap((clause) => (isDated(clause) ? [] : clause.people)));
  const periods = new Map<number, string[]>();
  for (const { people, from, until } of access.filter(isDated)) {
    if (from !== null && until !== null && from >= until) continue;
    const range = `[${timeOf(from)},${timeOf(until)})`;
    for (const token of people) periods.set(token, [...(periods.get(token) ?? []), range]);
  }
  const ranges = [...periods].map(([token, own]) => [token, `{${own.join(',')}}`] as const);
  return {
    everybody: encodeArray.ints([...everybody]),
    always: always.size === 0 ? null : encodeArray.ints([...always]),
    periods: access.some(isDated) ? JSON.stringify(Object.fromEntries(ranges)) : null,
    size: everybody.size,
  };
}

function isDated({ from, until }: NamedTokens): boolean {
  return from !== null || until !== null;
}

function timeOf(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString();
}
