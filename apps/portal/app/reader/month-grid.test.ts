import { describe, expect, it } from 'vitest';
import { addDays, addMonths, busyness, isMonth, monthGrid } from './month-grid.ts';

describe("a month's page", () => {
  it('has whole weeks from Monday on, with every day of the month once', () => {
    const weeks = monthGrid('2026-11');
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.[6]).toEqual({ day: '2026-11-01', number: 1 });
    expect(weeks.flat().filter((each) => each !== null)).toHaveLength(30);
    expect(monthGrid('2028-02').flat().filter(Boolean)).toHaveLength(29);
  });

  it('goes over the ends of years', () => {
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-03', -12)]).toEqual([
      '2027-01',
      '2025-12',
      '2025-03',
    ]);
    expect([addDays('2026-12-31', 1), addDays('2026-03-01', -1)]).toEqual(['2027-01-01', '2026-02-28']);
  });

  it('is refused for what is no month', () => {
    expect(['2026-11', '2026-13', '2026-00', '2026-1', ''].map(isMonth)).toEqual([true, false, false, false, false]);
    expect(() => monthGrid('2026-13')).toThrow(RangeError);
  });

  it('one message is something, the busiest day is the most', () => {
    expect([busyness(0, 500), busyness(1, 500), busyness(500, 500), busyness(1, 1)]).toEqual([0, 1, 4, 4]);
  });
});
