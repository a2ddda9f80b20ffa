import { dayOf, dayRange } from '@highwater/calendar';
import { listBusyDays } from '../api/reading.ts';
import type { VisitorApi } from '../api/visitor-api.ts';
import type { BusyMonth } from './busy-calendar.tsx';
import { addMonths } from './month-grid.ts';

/** The busy days of a month ("YYYY-MM") of a conversation, in the zone. */
export async function loadBusyMonth(
  api: VisitorApi,
  conversationId: string,
  month: string,
  zone: string,
): Promise<BusyMonth> {
  const { from } = dayRange(zone, `${month}-01`);
  const { from: until } = dayRange(zone, `${addMonths(month, 1)}-01`);
  const { days, firstAt, lastAt } = await listBusyDays(api, conversationId, { from, until });
  return {
    month,
    days,
    firstDay: firstAt === null ? null : dayOf(zone, firstAt),
    lastDay: lastAt === null ? null : dayOf(zone, lastAt),
  };
}
