import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runFaults } from '../../tests/faults/run-faults.ts';
import { runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';

const USAGE = 'Usage: npm run faults -- [--kills N] [--seed S]';

/** `npm run faults [-- --kills N --seed S]`: its last line is one JSON object with the figures. */
await runCommand(async (args) => {
  const { values } = parseArgs({ args: [...args], options: { kills: { type: 'string' }, seed: { type: 'string' } } });
  const [kills, seed] = [Number(values.kills ?? 50), Number(values.seed ?? randomInt(2 ** 31))];
  if (![kills, seed].every((n) => Number.isInteger(n) && n >= 0)) throw new Sentence(USAGE);
  const figures = await runFaults({ kills, seed, report: (line) => console.log(line) });
  console.log(JSON.stringify(figures));
  process.exitCode = figures.holds ? 0 : 1;
});
