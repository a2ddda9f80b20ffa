import { randomInt } from 'node:crypto';
import { FAILPOINTS } from '@highwater/domain';
import { expect, test } from 'vitest';
import { runSuite } from './run-suite.ts';

const KILLS = 60;

test(
  'sixty kills of every process, most inside failpoints, lose and double nothing and leave nothing untold',
  { timeout: 900_000 },
  async () => {
    const seed = randomInt(2 ** 31);
    const figures = await runSuite({ kills: KILLS, seed });
    console.log(JSON.stringify(figures));
    expect(figures.problems, `seed ${seed}`).toEqual([]);
    expect(figures.kills).toBeGreaterThanOrEqual(KILLS);
    expect(figures.inFailpoints / figures.kills).toBeGreaterThanOrEqual(0.7);
    expect(FAILPOINTS.filter((place) => figures.byPlace[place] === undefined)).toEqual([]);
    for (const { stored, source, holes } of Object.values(figures.runs)) {
      expect(stored).toBe(source);
      expect(holes).toBeGreaterThan(0);
    }
  },
);
