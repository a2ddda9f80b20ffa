import { expect, it } from 'vitest';
import { stepDay } from './step-day.ts';

const BUSY = ['2026-11-02', '2026-11-05', '2026-11-12', '2026-11-30'];
const step = (from: string, key: string, shift = false) => stepDay(BUSY, from, key, shift);

it('left and right go from busy day to busy day, up and down at least a week', () => {
  expect(step('2026-11-05', 'ArrowRight')).toEqual({ day: '2026-11-12' });
  expect(step('2026-11-05', 'ArrowLeft')).toEqual({ day: '2026-11-02' });
  expect(step('2026-11-05', 'ArrowDown')).toEqual({ day: '2026-11-12' });
  expect(step('2026-11-12', 'ArrowUp')).toEqual({ day: '2026-11-05' });
  expect([step('2026-11-05', 'Home'), step('2026-11-05', 'End')]).toEqual([{ day: BUSY[0] }, { day: BUSY[3] }]);
});

it('over the edge lies the next month; pages turn by months and years', () => {
  expect([step('2026-11-02', 'ArrowLeft'), step('2026-11-30', 'ArrowDown')]).toEqual([{ months: -1 }, { months: 1 }]);
  expect([step('2026-11-05', 'PageUp'), step('2026-11-05', 'PageDown', true)]).toEqual([
    { months: -1 },
    { months: 12 },
  ]);
});

it('other keys mean nothing here', () => {
  expect(step('2026-11-05', 'a')).toBeNull();
});
