import { expect, test } from 'vitest';
import { runFaults } from './run-faults.ts';

const BUGS = [
  {
    what: 'moves the cursor before it stores the page',
    worker: 'worker-cursor-first',
    kills: 2,
    caught: /messages of the source are not stored/,
  },
  {
    what: 'stores a page without linking it into the chain',
    worker: 'worker-leaf-skipped',
    kills: 0,
    caught: /page 2 is not linked to the pages before it/,
  },
  {
    what: 'takes a refusal for "no new messages"',
    worker: 'worker-errcode-dropped',
    kills: 0,
    caught: /nobody was told of wecom\.busy/,
  },
] as const;

test.each(BUGS)('a worker that $what is caught', { timeout: 300_000 }, async ({ worker, kills, caught }) => {
  const figures = await runFaults({
    kills,
    seed: 5,
    workerScript: `tests/faults/planted/${worker}.ts`,
    places: ['pull.cursor_moved'],
    interludes: false,
    settleMs: 12_000,
  });
  expect(figures.problems.join('; ')).toMatch(caught);
  expect(figures.holds).toBe(false);
});
