import type { Filters } from './filters.ts';

/** The filters as an address has them, with some changed or taken out. */
export function filterQuery(
  filters: Filters,
  change: Partial<Filters> = {},
): Record<string, string | readonly string[]> {
  const { kinds, ...rest } = { ...filters, ...change };
  return { ...rest, kind: kinds };
}
