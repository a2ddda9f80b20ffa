import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { runFaults } from './run-faults.ts';

test(
  'fifty kills of worker, API and database, most inside failpoints, lose and double nothing',
  { timeout: 900_000 },
  async () => {
    const seed = randomInt(2 ** 31);
    const figures = await runFaults({ kills: 50, seed });
    console.log(JSON.stringify(figures));
    expect(figures.problems, `seed ${seed}`).toEqual([]);
    expect(figures.inFailpoints / figures.kills).toBeGreaterThan(0.5);
    expect(figures.stored).toBe(figures.source);
  },
);

test('a worker that moves the cursor before it stores the page is caught', { timeout: 300_000 }, async () => {
  const figures = await runFaults({
    kills: 3,
    seed: 5,
    workerScript: 'tests/faults/planted/worker-cursor-first.ts',
    places: ['pull.cursor_moved'],
    settleMs: 10_000,
  });
  expect(figures.byPlace['pull.cursor_moved']).toBeGreaterThan(0);
  expect(figures.problems.join('; ')).toMatch(/messages of the source are not stored/);
  expect(figures.holds).toBe(false);
});
