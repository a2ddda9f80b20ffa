import { expect, test } from 'vitest';
import { isDay } from './is-day.ts';

test.each([
  ['2026-11-22', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-45', false],
  ['2026-1-2', false],
  ['', false],
  ['2026-11-22T00:00', false],
])('whether %s is a day: %s', (text, is) => expect(isDay(text)).toBe(is));
