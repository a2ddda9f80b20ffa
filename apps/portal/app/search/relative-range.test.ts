import { expect, it } from 'vitest';
import { daysOf, RANGES, spanOf } from './relative-range.ts';

it('a range is told from the day on which it is asked', () => {
  expect(
    Object.fromEntries(RANGES.map((range) => [range, Object.values(daysOf(range, '2026-03-02')).join(' ')])),
  ).toEqual({
    today: '2026-03-02 2026-03-02',
    yesterday: '2026-03-01 2026-03-01',
    '7d': '2026-02-24 2026-03-02',
    '30d': '2026-02-01 2026-03-02',
    '90d': '2025-12-03 2026-03-02',
    month: '2026-03-01 2026-03-02',
    'last-month': '2026-02-01 2026-02-28',
  });
});

it('the month before January is of the year before', () => {
  expect(daysOf('last-month', '2026-01-15')).toEqual({ from: '2025-12-01', until: '2025-12-31' });
});

it('own days stay what they are', () => {
  expect(spanOf({ range: '', from: '2026-01-01', until: '' }, '2026-03-02')).toEqual({ from: '2026-01-01', until: '' });
});
