import { encodeArray } from '../arrays/encode-array.ts';
import type { AccessTokens } from './token-condition.ts';

/** A reader's condition by tokens, as statements take it; `people` are `int[]`. */
export interface SplitAccess {
  /** Who is seen at some time. */
  readonly everybody: Buffer;
  /** Who is seen at all times; null for nobody. */
  readonly always: Buffer | null;
  /** The periods of the others as an object of token to tstzmultirange, JSON; null where nobody has one. */
  readonly periods: string | null;
  /** How many are seen at some time. */
  readonly size: number;
}

/** Of conditions that stay the same object between requests. */
const split = new WeakMap<readonly AccessTokens[], SplitAccess>();

export function splitAccess(access: readonly AccessTokens[]): SplitAccess {
  const known = split.get(access) ?? splitAnew(access);
  split.set(access, known);
  return known;
}

function splitAnew(access: readonly AccessTokens[]): SplitAccess {
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

function isDated({ from, until }: AccessTokens): boolean {
  return from !== null || until !== null;
}

function timeOf(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString();
}
