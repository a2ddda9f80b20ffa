import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { createWorkingClock, workingTimeBack, workingTimeBetween, type WorkingHours } from './working-clock.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const UNTIL = Date.UTC(2030, 0, 1);
const SHANGHAI: WorkingHours = { zone: 'Asia/Shanghai', days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' };

const at = (local: string, zone = SHANGHAI.zone) => DateTime.fromISO(local, { zone, setZone: true }).toMillis();
const hoursBetween = (hours: WorkingHours, from: string, until: string) =>
  workingTimeBetween(createWorkingClock(hours, UNTIL), at(from, hours.zone), at(until, hours.zone)) / HOUR;

describe('working time', () => {
  it.each([
    // 2026-11-20 is a Friday.
    ['within a day', '2026-11-20T10:00', '2026-11-20T12:30', 2.5],
    ['over night', '2026-11-19T17:00', '2026-11-20T10:00', 2],
    ['over a weekend', '2026-11-20T17:00', '2026-11-23T10:00', 2],
    ['from a Saturday', '2026-11-21T12:00', '2026-11-23T13:00', 4],
    ['before the day begins', '2026-11-20T03:00', '2026-11-20T09:00', 0],
    ['after the day ended', '2026-11-20T18:00', '2026-11-20T23:59', 0],
    ['over weeks', '2026-11-02T09:00', '2026-11-16T09:00', 90],
    ['backwards', '2026-11-20T12:30', '2026-11-20T10:00', -2.5],
  ])('passes %s as it does in the office', (_name, from, until, hours) => {
    expect(hoursBetween(SHANGHAI, from, until)).toBe(hours);
  });

  it('counts an hour that clocks skip or repeat as what it was', () => {
    const always = { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' };
    // 2026-03-29 has 23 hours, 2026-10-25 has 25.
    expect(hoursBetween(always, '2026-03-29T00:00', '2026-03-30T00:00')).toBe(23);
    expect(hoursBetween(always, '2026-10-25T00:00', '2026-10-26T00:00')).toBe(25);
    const early = { ...always, from: '01:00', until: '05:00' };
    expect(hoursBetween(early, '2026-03-29T00:00', '2026-03-30T00:00')).toBe(3);
    expect(hoursBetween(early, '2026-10-25T00:00', '2026-10-26T00:00')).toBe(5);
    expect(hoursBetween({ ...always, from: '09:00', until: '18:00' }, '2026-03-28T12:00', '2026-03-30T12:00')).toBe(18);
  });

  it('is the minutes of which each one is within working hours, in any zone', () => {
    const zones = [
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'UTC',
    ];
    const minuteOfDay = fc.integer({ min: 0, max: 1440 });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.tuple(minuteOfDay, minuteOfDay).filter(([from, until]) => from !== until),
        // Minutes since 2026-01-01: the changes of the year are among them.
        fc.integer({ min: 0, max: 525_600 }),
        fc.integer({ min: 0, max: 6_000 }),
        (zone, days, times, start, length) => {
          const [from = 0, until = 0] = times.toSorted((one, other) => one - other);
          const clock = createWorkingClock({ zone, days, from: write(from), until: write(until) }, UNTIL);
          const first = Date.UTC(2026, 0, 1) + start * MINUTE;
          let minutes = 0;
          for (let minute = 0; minute < length; minute += 1) {
            const local = DateTime.fromMillis(first + minute * MINUTE, { zone });
            const ofDay = local.hour * 60 + local.minute;
            if (days.includes(local.weekday) && ofDay >= from && ofDay < until) minutes += 1;
          }
          expect(workingTimeBetween(clock, first, first + length * MINUTE)).toBe(minutes * MINUTE);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes back to the instant before which more of it passes', () => {
    const clock = createWorkingClock(SHANGHAI, UNTIL);
    expect(workingTimeBack(clock, at('2026-11-20T12:00'), 2 * HOUR)).toBe(at('2026-11-20T10:00'));
    // Whoever wrote after the end of Thursday is due when Friday's first hour is over.
    expect(workingTimeBack(clock, at('2026-11-20T10:00'), HOUR)).toBe(at('2026-11-19T18:00'));
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-01-01T00:00') }),
        fc.nat(72),
        (until, hours) => {
          const limit = workingTimeBack(clock, until, hours * HOUR);
          expect(workingTimeBetween(clock, limit, until)).toBeLessThanOrEqual(hours * HOUR);
          expect(workingTimeBetween(clock, limit - 1, until)).toBeGreaterThan(hours * HOUR - (limit === until ? 1 : 0));
        },
      ),
    );
  });
});

it.each([
  { ...SHANGHAI, zone: 'Mars/Olympus' },
  { ...SHANGHAI, days: [] },
  { ...SHANGHAI, from: '18:00', until: '09:00' },
  { ...SHANGHAI, until: '24:01' },
  { ...SHANGHAI, from: 'nine' },
])('refuses hours that are none: %o', (hours) => {
  expect(() => createWorkingClock(hours, UNTIL)).toThrow(RangeError);
});

function write(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
