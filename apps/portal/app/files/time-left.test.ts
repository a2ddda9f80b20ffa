import { expect, it } from 'vitest';
import { secondsLeft } from './time-left.ts';

it.each([
  [0, 0],
  [-5000, 0],
  [59_999, 0],
  [61_000, 60],
  [7_199_000, 7_140],
  [7_201_000, 7_200],
  [419_490_000, 417_600],
])('of %d ms are left %d s', (ms, seconds) => {
  expect(secondsLeft(1_000_000 + ms, 1_000_000)).toBe(seconds);
});
