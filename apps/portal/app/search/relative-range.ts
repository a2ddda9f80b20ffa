import type { Translate } from '@highwater/i18n/make';
import type { SavedQuery } from '../api/search-types.ts';
import { addDays, addMonths } from '../reader/month-grid.ts';
import type { Filters } from './filters.ts';

/** Days told from today on, whenever that is. */
export type RelativeRange = NonNullable<SavedQuery['range']>;

export const RANGES = [
  'today',
  'yesterday',
  '7d',
  '30d',
  '90d',
  'month',
  'last-month',
] as const satisfies readonly RelativeRange[];

/** First and last day, "YYYY-MM-DD", both included; empty where it is open. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
}

const monthStart = (day: string) => `${day.slice(0, 7)}-01`;

/** The days that a range is on a day ("YYYY-MM-DD" of the company's zone). */
export function daysOf(range: RelativeRange, today: string): DaySpan {
  const first = monthStart(today);
  switch (range) {
    case 'today':
      return { from: today, until: today };
    case 'yesterday':
      return { from: addDays(today, -1), until: addDays(today, -1) };
    case 'month':
      return { from: first, until: today };
    case 'last-month':
      return { from: `${addMonths(first.slice(0, 7), -1)}-01`, until: addDays(first, -1) };
    default:
      return { from: addDays(today, 1 - Number.parseInt(range, 10)), until: today };
  }
}

/** The days that filters ask for today, whichever way they say it. */
export function spanOf({ range, from, until }: Pick<Filters, 'range' | 'from' | 'until'>, today: string): DaySpan {
  return range === '' ? { from, until } : daysOf(range, today);
}

export function rangeWord(range: RelativeRange, t: Translate): string {
  switch (range) {
    case 'today':
      return t('search.today');
    case 'yesterday':
      return t('search.yesterday');
    case 'month':
      return t('search.thisMonth');
    case 'last-month':
      return t('search.lastMonth');
    default:
      return t('search.lastDays', { count: Number.parseInt(range, 10) });
  }
}
