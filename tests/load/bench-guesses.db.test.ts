import { expect, test } from 'vitest';
import { benchGuesses } from './bench-guesses.ts';

test('of many guesses at most ten of an account are checked, and an owner with both factors gets in meanwhile', async () => {
  const figures = await benchGuesses(400, 7, { compared: 1, rounds: 1 });
  // What takes how long is measured by the bench, on a machine that does nothing else.
  expect(figures.mostCheckedOfOne).toBe(10);
  expect(figures.ownerSignIns).toBeGreaterThan(0);
  expect(figures.rows.attempts).toBeLessThan(60);
  expect(figures.answers.signIn.known.n).toBe(1);
}, 240_000);
