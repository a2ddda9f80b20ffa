import { describe, expect, test } from 'vitest';
import { dayBefore, dayOf, dayRange, isZone, nextTimeOfDay, previousDay } from './zoned-days.ts';

const at = (iso: string): number => Date.parse(iso);
const iso = (ms: number): string => new Date(ms).toISOString();

describe('days of a zone', () => {
  test('an instant belongs to the local day, not to the day in UTC', () => {
    expect(dayOf('Asia/Shanghai', at('2026-11-21T16:30:00Z'))).toBe('2026-11-22');
    expect(previousDay('Asia/Shanghai', at('2026-11-21T16:30:00Z'))).toBe('2026-11-21');
  });

  test('a day is 24 hours in Shanghai and 23 and 25 where clocks change', () => {
    const hours = (zone: string, day: string): number => {
      const { from, until } = dayRange(zone, day);
      return (until - from) / 3_600_000;
    };
    expect(hours('Asia/Shanghai', '2026-03-29')).toBe(24);
    expect(hours('Europe/Berlin', '2026-03-29')).toBe(23);
    expect(hours('Europe/Berlin', '2026-10-25')).toBe(25);
    expect(iso(dayRange('Asia/Shanghai', '2026-11-21').from)).toBe('2026-11-20T16:00:00.000Z');
  });

  test('the next time of day is later today or tomorrow, never now', () => {
    const eight = at('2026-11-22T00:00:00Z');
    expect(iso(nextTimeOfDay('Asia/Shanghai', '08:00', eight - 1))).toBe('2026-11-22T00:00:00.000Z');
    expect(iso(nextTimeOfDay('Asia/Shanghai', '08:00', eight))).toBe('2026-11-23T00:00:00.000Z');
  });

  test('a skipped time runs once on that day and a repeated one runs once', () => {
    expect(iso(nextTimeOfDay('Europe/Berlin', '02:30', at('2026-03-28T12:00:00Z')))).toBe('2026-03-29T01:30:00.000Z');
    const first = nextTimeOfDay('Europe/Berlin', '02:30', at('2026-10-24T12:00:00Z'));
    expect(dayOf('Europe/Berlin', nextTimeOfDay('Europe/Berlin', '02:30', first))).toBe('2026-10-26');
  });

  test('the day before is found over the ends of months and years', () => {
    expect(dayBefore('2026-03-01')).toBe('2026-02-28');
    expect(dayBefore('2027-01-01')).toBe('2026-12-31');
  });

  test('an unknown zone is refused', () => {
    expect(isZone('Asia/Shanghai')).toBe(true);
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(() => dayOf('Mars/Olympus', 0)).toThrow(RangeError);
  });
});
