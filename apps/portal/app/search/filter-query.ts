import type { Filters } from './filters.ts';

/** The filters as an address has them, with some changed or taken out. Own days take the place of a range. */
export function filterQuery(
  filters: Filters,
  change: Partial<Filters> = {},
): Record<string, string | readonly string[]> {
  const { people, kinds, directions, q, range, ...rest } = { ...filters, ...change };
  const isOwn = rest.from !== '' || rest.until !== '';
  return { q, person: people, kind: kinds, direction: directions, ...rest, range: isOwn ? '' : range };
}

/** A list with one more in it; the same when it is there already. */
export function withOne<Item>(list: readonly Item[], one: Item): readonly Item[] {
  return list.includes(one) ? list : [...list, one];
}

export function withoutOne<Item>(list: readonly Item[], one: Item): readonly Item[] {
  return list.filter((each) => each !== one);
}
