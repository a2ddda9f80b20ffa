import { expect, test } from 'vitest';
import { runMediaKills } from './run-media-kills.ts';

const FILES = 100;
const KILLS = 12;
/** The same files and kills every time; the long run, outside the tests, draws its own. */
const SEED = 2026;

test(
  'a hundred files come whole through a dozen kills: no shard twice beyond those in flight, no object too many',
  { timeout: 300_000 },
  async () => {
    const figures = await runMediaKills({ files: FILES, kills: KILLS, seed: SEED });
    console.log(JSON.stringify(figures));
    expect(figures.problems, `seed ${SEED}`).toEqual([]);
    expect(figures.kills).toBe(KILLS);
    expect(Object.keys(figures.byPlace).length).toBeGreaterThanOrEqual(6);
    // Of the smallest, some are equal.
    expect(figures.contents).toBeGreaterThan(FILES * 0.9);
  },
);
