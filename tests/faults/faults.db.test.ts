import { randomInt } from 'node:crypto';
import { FAILPOINTS } from '@highwater/domain';
import { expect, test } from 'vitest';
import { runFaults } from './run-faults.ts';

const KILLS = 60;

test(
  'sixty kills of every process, most inside failpoints, lose and double nothing and leave nothing untold',
  { timeout: 900_000 },
  async () => {
    const seed = randomInt(2 ** 31);
    const figures = await runFaults({ kills: KILLS, seed });
    console.log(JSON.stringify(figures));
    expect(figures.problems, `seed ${seed}`).toEqual([]);
    expect(figures.kills).toBeGreaterThanOrEqual(KILLS);
    expect(figures.inFailpoints / figures.kills).toBeGreaterThanOrEqual(0.7);
    expect(FAILPOINTS.filter((place) => figures.byPlace[place] === undefined)).toEqual([]);
    expect(figures.stored).toBe(figures.source);
    expect(figures.holes).toBeGreaterThan(0);
  },
);
