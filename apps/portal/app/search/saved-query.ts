import { dayOf } from '@highwater/calendar';
import type { SavedQuery } from '../api/search-types.ts';
import { readFilters, type Filters } from './filters.ts';
import { toSelection } from './to-selection.ts';

/** The filters as a saved search keeps them. */
export function toSavedQuery(filters: Filters, zone: string): SavedQuery {
  const { range } = filters;
  // A range is kept as such: what it means is told when the search is asked again.
  const { people, kinds, directions, ...rest } = toSelection({ ...filters, range: '' }, zone, '');
  return {
    ...rest,
    ...(range === '' ? {} : { range }),
    ...(people === undefined ? {} : { person: people }),
    ...(kinds === undefined ? {} : { kind: kinds }),
    ...(directions === undefined ? {} : { direction: directions }),
  };
}

/** The filters of a saved search; what it asks for and we do not know is left out. */
export function readSavedQuery(query: SavedQuery, zone: string): Filters {
  const { from, until, ...rest } = query;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each));
  }
  return {
    ...readFilters(search),
    from: from === undefined ? '' : dayOf(zone, from),
    until: until === undefined ? '' : dayOf(zone, until - 1),
  };
}
