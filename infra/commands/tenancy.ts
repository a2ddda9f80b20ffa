import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runTenancy } from '../../tests/tenancy/run-tenancy.ts';
import { runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';

const USAGE = 'Usage: npm run tenancy -- [--seed S]';

/** `npm run tenancy [-- --seed S]`: who can reach what of another company; its last line is one JSON object with the figures. */
await runCommand(async (args) => {
  const { values } = parseArgs({ args: [...args], options: { seed: { type: 'string' } } });
  const seed = Number(values.seed ?? randomInt(2 ** 31));
  if (!Number.isInteger(seed) || seed < 0) throw new Sentence(USAGE);
  const figures = await runTenancy({ seed, report: (line) => console.log(line) });
  for (const problem of figures.problems) console.log(problem);
  for (const survivor of figures.survivors) console.log(`SURVIVES: ${survivor}`);
  console.log(JSON.stringify(figures));
  process.exitCode = figures.holds ? 0 : 1;
});
