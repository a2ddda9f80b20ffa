import { dayRange } from '@highwater/calendar';
import type { Selection } from '../api/export-types.ts';
import type { Filters } from './filters.ts';

/** The filters as the API and an export take them; days become instants of the zone. */
export function toSelection(filters: Filters, zone: string): Selection {
  const instant = (day: string, edge: 'from' | 'until') => {
    try {
      return dayRange(zone, day)[edge];
    } catch {
      return undefined;
    }
  };
  const { q, people, room, conversation, kinds, directions, media, recalled, unanswered } = filters;
  const from = filters.from === '' ? undefined : instant(filters.from, 'from');
  const until = filters.until === '' ? undefined : instant(filters.until, 'until');
  return {
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(people.length === 0 ? {} : { people }),
    ...(room === '' ? {} : { room }),
    ...(conversation === '' ? {} : { conversation }),
    ...(kinds.length === 0 ? {} : { kinds }),
    ...(directions.length === 0 ? {} : { directions }),
    ...(media === '' ? {} : { media: media === 'true' }),
    ...(recalled === '' ? {} : { recalled: recalled === 'true' }),
    ...(unanswered === '' ? {} : { unanswered: true }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}
