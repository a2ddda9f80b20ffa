import { dayRange } from '@highwater/calendar';
import type { MessageKind } from '@highwater/domain';
import type { Selection } from '../api/export-types.ts';
import { KINDS } from './kinds.ts';

/** What a search looks for, as it stands in the address. */
export interface Filters {
  readonly q: string;
  readonly person: string;
  readonly room: string;
  readonly conversation: string;
  readonly kinds: readonly MessageKind[];
  /** First and last day, "YYYY-MM-DD" in the company's zone, both included. */
  readonly from: string;
  readonly until: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readFilters(search: URLSearchParams): Filters {
  const text = (name: string) => (search.get(name) ?? '').trim();
  const day = (name: string) => (DAY.test(text(name)) ? text(name) : '');
  const asked = search.getAll('kind');
  return {
    q: search.get('q') ?? '',
    person: text('person'),
    room: text('room'),
    conversation: text('conversation'),
    kinds: KINDS.filter((kind) => asked.includes(kind)),
    from: day('from'),
    until: day('until'),
  };
}

export function isEmpty(filters: Filters): boolean {
  return Object.values(filters).every((value) => value.length === 0);
}

/** The filters as the API and an export take them; days become instants of the zone. */
export function toSelection(filters: Filters, zone: string): Selection {
  const instant = (day: string, edge: 'from' | 'until') => {
    try {
      return dayRange(zone, day)[edge];
    } catch {
      return undefined;
    }
  };
  const from = filters.from === '' ? undefined : instant(filters.from, 'from');
  const until = filters.until === '' ? undefined : instant(filters.until, 'until');
  return {
    ...(filters.q.trim() === '' ? {} : { q: filters.q.trim() }),
    ...(filters.person === '' ? {} : { people: [filters.person] }),
    ...(filters.room === '' ? {} : { room: filters.room }),
    ...(filters.conversation === '' ? {} : { conversation: filters.conversation }),
    ...(filters.kinds.length === 0 ? {} : { kinds: filters.kinds }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}
