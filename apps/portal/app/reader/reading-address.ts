/** How a conversation is read, as it stands in the address. */
export interface ReadingAddress {
  /** Words that were searched for. */
  readonly q: string;
  /** The silence that cuts dialogs, in minutes; null for the company's. */
  readonly gap: number | null;
  /** The person whose messages stand on the right; empty for the usual. */
  readonly view: string;
}

/** Shortest and longest silence that may be asked for, in minutes. */
const SHORTEST = 5;
const LONGEST = 1440;

export const GAPS = [10, 15, 30, 60, 120, 240, 480, 1440] as const;

export function readAddress(search: URLSearchParams): ReadingAddress {
  const asked = search.get('gap') ?? '';
  const gap = /^\d{1,4}$/.test(asked) ? Number(asked) : null;
  return {
    q: search.get('q') ?? '',
    gap: gap !== null && gap >= SHORTEST && gap <= LONGEST ? gap : null,
    view: (search.get('view') ?? '').trim(),
  };
}

/** The same for building an address. */
export function addressQuery({ q, gap, view }: ReadingAddress): { q: string; gap: string | null; view: string } {
  return { q, gap: gap === null ? null : String(gap), view };
}

/** The silences to choose from, with the one that holds now. */
export function gapChoices(now: number): number[] {
  return [...new Set([...GAPS, now])].toSorted((one, other) => one - other);
}
