import { dayRange } from '@highwater/calendar';
import type { Selection } from '../api/export-types.ts';
import type { Filters } from './filters.ts';
import { spanOf } from './relative-range.ts';

/** The filters as the API and an export take them; days become instants of the zone, a range the days that it is `today`. */
export function toSelection(filters: Filters, zone: string, today: string): Selection {
  const instant = (day: string, edge: 'from' | 'until') => {
    try {
      return dayRange(zone, day)[edge];
    } catch {
      return undefined;
    }
  };
  const { q, people, room, conversation, kinds, directions, media, recalled, unanswered } = filters;
  const span = spanOf(filters, today);
  const from = span.from === '' ? undefined : instant(span.from, 'from');
  const until = span.until === '' ? undefined : instant(span.until, 'until');
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
