import { dayOf, dayRange } from '@highwater/calendar';
import type { BusyDays } from '../api/reading-types.ts';
import type { BusyMonth } from './busy-calendar.tsx';
import { addMonths } from './month-grid.ts';

/** The busy days of a month ("YYYY-MM") in the zone, of whatever `list` lists; `from` inclusive, `until` exclusive. */
export async function loadBusyMonth(
  list: (range: { readonly from: number; readonly until: number }) => Promise<BusyDays>,
  month: string,
  zone: string,
): Promise<BusyMonth> {
  const { from } = dayRange(zone, `${month}-01`);
  const { from: until } = dayRange(zone, `${addMonths(month, 1)}-01`);
  const { days, firstAt, lastAt } = await list({ from, until });
  return {
    month,
    days,
    firstDay: firstAt === null ? null : dayOf(zone, firstAt),
    lastDay: lastAt === null ? null : dayOf(zone, lastAt),
  };
}
