import type { UnixMs } from '@highwater/domain';
import { DateTime, IANAZone } from 'luxon';

/** Whether `zone` is an IANA name ("Asia/Shanghai"). */
export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/** The local day of an instant, "YYYY-MM-DD". */
export function dayOf(zone: string, at: UnixMs): string {
  return inZone(zone, at).toFormat('yyyy-MM-dd');
}

/** The local day before the one that `at` is in. */
export function previousDay(zone: string, at: UnixMs): string {
  return inZone(zone, at).minus({ days: 1 }).toFormat('yyyy-MM-dd');
}

/** The day before a day, both "YYYY-MM-DD". */
export function dayBefore(day: string): string {
  return previousDay('UTC', Date.parse(`${day}T12:00:00Z`));
}

/** A local day as instants: `from` inclusive, `until` exclusive; 23, 24 or 25 hours apart where clocks change. */
export function dayRange(zone: string, day: string): { from: UnixMs; until: UnixMs } {
  const start = DateTime.fromISO(day, { zone }).startOf('day');
  if (!start.isValid) throw new RangeError('A day is "YYYY-MM-DD" in a known zone.');
  return { from: start.toMillis(), until: start.plus({ days: 1 }).startOf('day').toMillis() };
}

/** The local month before the one that `at` is in, "YYYY-MM". */
export function previousMonth(zone: string, at: UnixMs): string {
  return inZone(zone, at).startOf('month').minus({ months: 1 }).toFormat('yyyy-MM');
}

/** A local month ("YYYY-MM") as instants: `from` inclusive, `until` exclusive. */
export function monthRange(zone: string, month: string): { from: UnixMs; until: UnixMs } {
  const start = DateTime.fromISO(`${month}-01`, { zone }).startOf('day');
  if (!start.isValid || month.length !== 7) throw new RangeError('A month is "YYYY-MM" in a known zone.');
  return { from: start.toMillis(), until: start.plus({ months: 1 }).startOf('day').toMillis() };
}

/**
 * The first instant after `after` at which the zone's clocks show `timeOfDay` ("HH:MM").
 * A time that a day skips (clocks going forward) runs at the moment they have gone forward; one that comes twice runs once.
 */
export function nextTimeOfDay(zone: string, timeOfDay: string, after: UnixMs): UnixMs {
  const [hour, minute] = timeOfDay.split(':').map(Number);
  const today = inZone(zone, after).startOf('day');
  for (let days = 0; days < 3; days += 1) {
    const at = today
      .plus({ days })
      .set({ hour: hour ?? 0, minute: minute ?? 0 })
      .toMillis();
    if (at > after) return at;
  }
  throw new RangeError('A time of day is "HH:MM".');
}

function inZone(zone: string, at: UnixMs): DateTime {
  const local = DateTime.fromMillis(at, { zone });
  if (!local.isValid) throw new RangeError('A zone is an IANA name.');
  return local;
}
