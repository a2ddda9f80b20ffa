import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { benchIngest } from '../../tests/load/bench-ingest.ts';
import { measureRsaCeiling } from '../../tests/load/rsa-ceiling.ts';
import { runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';

/** `npm run bench:ingest [-- --messages N]`: its last line is one JSON object with the figures. */
await runCommand(async ([name, ...args]) => {
  if (name !== 'ingest') throw new Sentence('Benches: ingest.');
  const { values } = parseArgs({ args, options: { messages: { type: 'string' } } });
  const figures = await benchIngest(Number(values.messages ?? 10_000), randomInt(1000), measureRsaCeiling);
  console.log(JSON.stringify(figures));
  process.exitCode = figures.holds ? 0 : 1;
});
