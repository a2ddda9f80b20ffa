import { FAILPOINTS } from '@highwater/domain';
import { expect, test } from 'vitest';
import { runSuite } from './run-suite.ts';

const KILLS = 60;
/** A few more are planned: a helper that has just ended by itself cannot be killed. */
const PLANNED = 66;
/** The same plan every time; the long run, outside the tests, draws its own. */
const SEED = 2026;

test(
  'sixty kills of every process, most inside failpoints, lose and double nothing and leave nothing untold',
  { timeout: 900_000 },
  async () => {
    const figures = await runSuite({ kills: PLANNED, seed: SEED });
    console.log(JSON.stringify(figures));
    expect(figures.problems, `seed ${SEED}`).toEqual([]);
    expect(figures.kills).toBeGreaterThanOrEqual(KILLS);
    expect(figures.inFailpoints / figures.kills).toBeGreaterThanOrEqual(0.7);
    expect(FAILPOINTS.filter((place) => figures.byPlace[place] === undefined)).toEqual([]);
    for (const { stored, source, holes } of Object.values(figures.runs)) {
      expect(stored).toBe(source);
      expect(holes).toBeGreaterThan(0);
    }
  },
);
