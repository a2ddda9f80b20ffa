import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBuckets, sumBars } from './make-buckets.ts';

const nothingAsked = { from: '', until: '' };
const DAY_MS = 86_400_000;
const dayAt = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);
const countsByDay = fc
  .uniqueArray(fc.integer({ min: 15_000, max: 21_000 }), { minLength: 1, maxLength: 40 })
  .map((days) => days.toSorted((a, b) => a - b).map((day, at) => ({ day: dayAt(day), count: at + 1 })));

describe('the bars of a histogram', () => {
  it('stand for days without holes as long as they are few', () => {
    const days = [
      { day: '2026-11-27', count: 2 },
      { day: '2026-12-01', count: 5 },
    ];
    const { step, bars } = makeBuckets(days, nothingAsked);
    expect(step).toBe('day');
    expect(bars.map(({ from, count }) => [from, count])).toEqual([
      ['2026-11-27', 2],
      ['2026-11-28', 0],
      ['2026-11-29', 0],
      ['2026-11-30', 0],
      ['2026-12-01', 5],
    ]);
  });

  it('stand for weeks from Monday, months and years when there are more', () => {
    const upTo = (day: string) =>
      makeBuckets(
        [
          { day: '2026-01-01', count: 1 },
          { day, count: 1 },
        ],
        nothingAsked,
      );
    expect(upTo('2026-03-03').step).toBe('day');
    expect(upTo('2026-03-04').step).toBe('week');
    expect(upTo('2026-03-04').bars[1]).toEqual({ from: '2026-01-05', until: '2026-01-11', count: 0 });
    expect(upTo('2028-01-01').step).toBe('month');
    expect(upTo('2028-01-01').bars[1]).toEqual({ from: '2026-02-01', until: '2026-02-28', count: 0 });
    expect(upTo('2040-01-01').step).toBe('year');
  });

  it('show silence at the edges of what was asked for', () => {
    const { bars } = makeBuckets([{ day: '2026-11-12', count: 4 }], { from: '2026-11-01', until: '2026-11-30' });
    expect(bars).toHaveLength(30);
    expect(bars[11]).toEqual({ from: '2026-11-12', until: '2026-11-12', count: 4 });
  });

  it('are not squeezed by an edge that is far away or no day', () => {
    const days = [{ day: '2026-11-12', count: 4 }];
    expect(makeBuckets(days, { from: '1970-01-01', until: '2026-13-45' }).bars).toHaveLength(1);
    expect(makeBuckets([], { from: '2026-11-01', until: '2026-11-30' }).bars).toEqual([]);
  });

  it('lose no message, overlap nowhere and leave no day out', () => {
    fc.assert(
      fc.property(countsByDay, (days) => {
        const { bars } = makeBuckets(days, nothingAsked);
        expect(bars.length).toBeLessThanOrEqual(62);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(days.reduce((sum, { count }) => sum + count, 0));
        expect([bars.at(0)?.from, bars.at(-1)?.until]).toEqual([days.at(0)?.day, days.at(-1)?.day]);
        for (const [at, bar] of bars.entries()) {
          const next = bars[at + 1];
          if (next !== undefined) expect(Date.parse(next.from) - Date.parse(bar.until)).toBe(DAY_MS);
        }
      }),
    );
  });
});

it('a range is the same whichever end was taken first', () => {
  const { bars } = makeBuckets(
    [
      { day: '2026-11-01', count: 1 },
      { day: '2026-11-03', count: 2 },
    ],
    nothingAsked,
  );
  expect(sumBars(bars, 2, 0)).toEqual({ from: '2026-11-01', until: '2026-11-03', count: 3 });
  expect(sumBars(bars, 0, 2)).toEqual(sumBars(bars, 2, 0));
  expect(sumBars([], 0, 0)).toBeNull();
});
