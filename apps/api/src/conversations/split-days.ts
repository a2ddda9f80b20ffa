import { dayOf, dayRange } from '@highwater/calendar';
import type { DayToCount } from '@highwater/db';
import { FaultError, type UnixMs } from '@highwater/domain';

/** Days of one answer: a leap year, and one more where a zone cuts both ends. */
const MOST_DAYS = 367;

/**
 * Local days that a stretch of time touches, ascending; of those only the ones that `within` touches too. Throws
 * `request.malformed` for more than a year.
 */
export function splitDays(
  zone: string,
  asked: { readonly from: UnixMs; readonly until: UnixMs },
  within: { readonly from: UnixMs; readonly until: UnixMs },
): DayToCount[] {
  if (asked.from >= asked.until || asked.until - asked.from > MOST_DAYS * 86_400_000) {
    throw new FaultError('request.malformed', { field: 'until' });
  }
  const [from, until] = [Math.max(asked.from, within.from), Math.min(asked.until, within.until)];
  const days: DayToCount[] = [];
  let at = from;
  while (at < until) {
    const day = dayOf(zone, at);
    const range = dayRange(zone, day);
    days.push({ day, ...range });
    at = range.until;
  }
  return days;
}
