import { expect, it } from 'vitest';
import { localTimesIn } from './local-time.ts';

it.each([
  ['Asia/Shanghai', Date.UTC(2026, 10, 30, 16, 0, 0, 7), '2026-12-01T00:00:00.007+08:00[Asia/Shanghai]'],
  ['UTC', Date.UTC(2026, 0, 1), '2026-01-01T00:00:00.000+00:00[UTC]'],
  ['America/New_York', Date.UTC(2026, 6, 1), '2026-06-30T20:00:00.000-04:00[America/New_York]'],
  ['America/New_York', Date.UTC(2026, 10, 1, 5, 59, 59), '2026-11-01T01:59:59.000-04:00[America/New_York]'],
  ['America/New_York', Date.UTC(2026, 10, 1, 6), '2026-11-01T01:00:00.000-05:00[America/New_York]'],
  ['Asia/Kathmandu', Date.UTC(2026, 6, 1), '2026-07-01T05:45:00.000+05:45[Asia/Kathmandu]'],
])('tells the time in %s', (zone, at, stamp) => {
  expect(localTimesIn(zone)(at).stamp).toBe(stamp);
});

it('refuses a zone that does not exist', () => {
  expect(() => localTimesIn('Asia/Nowhere')).toThrow(RangeError);
});
