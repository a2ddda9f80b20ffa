import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createShiftableClock } from './clock.ts';

const DAY_MS = 86_400_000;

function shiftOf(now: number): number {
  return Math.round((now - Date.now()) / DAY_MS);
}

it('follows the file that shifts it, and keeps the last offset when the file is gone or damaged', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'highwater-clock-')), 'clock.json');
  const clock = createShiftableClock(file);
  expect(shiftOf(clock.now())).toBe(0);
  writeFileSync(file, JSON.stringify({ offsetMs: DAY_MS }));
  expect(shiftOf(clock.now())).toBe(1);
  writeFileSync(file, JSON.stringify({ offsetMs: 2 * DAY_MS }));
  expect(shiftOf(clock.now())).toBe(2);
  writeFileSync(file, '{"offs');
  expect(shiftOf(clock.now())).toBe(2);
  rmSync(file);
  expect(shiftOf(clock.now())).toBe(2);
});
