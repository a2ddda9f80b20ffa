import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runMediaKills } from '../../tests/faults/media-kills/run-media-kills.ts';
import { runSuite } from '../../tests/faults/run-suite.ts';
import { runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';

const USAGE = 'Usage: npm run faults -- [--kills N] [--seed S] [--media [--files N]]';
/** Log-uniform to 64 MiB: 4 GiB in all. */
const MEDIA_FILES = 1_000;

/**
 * `npm run faults [-- --kills N --seed S]`: a histogram of kills, and a last line that is one JSON object with all figures.
 * With `--media` the worker is killed while it fetches files, and nothing else.
 */
await runCommand(async (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string' },
      seed: { type: 'string' },
      files: { type: 'string' },
      media: { type: 'boolean', default: false },
    },
  });
  const [kills, seed] = [Number(values.kills ?? 60), Number(values.seed ?? randomInt(2 ** 31))];
  const files = Number(values.files ?? MEDIA_FILES);
  if (![kills, seed, files].every((n) => Number.isInteger(n) && n >= 0)) throw new Sentence(USAGE);
  if (values.media) {
    console.log(`${files} files, ${kills} kills, seed ${seed}`);
    const figures = await runMediaKills({ files, kills, seed, report: (line) => console.log(line) });
    for (const problem of figures.problems) console.log(`PROBLEM: ${problem}`);
    console.log(JSON.stringify(figures));
    process.exitCode = figures.holds ? 0 : 1;
    return;
  }
  console.log(`${kills} kills, seed ${seed}`);
  const keepLogs = mkdtempSync(join(tmpdir(), 'highwater-fault-logs-'));
  const figures = await runSuite({ kills, seed, keepLogs, report: (line) => console.log(line) });
  if (figures.holds) rmSync(keepLogs, { recursive: true });
  else console.log(`What the processes wrote: ${keepLogs}`);
  const widest = Math.max(...Object.values(figures.byPlace));
  for (const [place, many] of Object.entries(figures.byPlace).toSorted(([one], [other]) => one.localeCompare(other)))
    console.log(`${place.padEnd(20)} ${String(many).padStart(4)} ${'#'.repeat(Math.ceil((many / widest) * 40))}`);
  for (const what of figures.notExercised) console.log(`not exercised: ${what}`);
  for (const problem of figures.problems) console.log(`PROBLEM: ${problem}`);
  console.log(JSON.stringify(figures));
  process.exitCode = figures.holds ? 0 : 1;
});
