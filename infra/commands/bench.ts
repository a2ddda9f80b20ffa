import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { benchContacts } from '../../tests/load/bench-contacts.ts';
import { benchEnrichment } from '../../tests/load/bench-enrichment.ts';
import { benchFairness } from '../../tests/load/bench-fairness.ts';
import { benchIngest } from '../../tests/load/bench-ingest.ts';
import { measureRsaCeiling } from '../../tests/load/rsa-ceiling.ts';
import { runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';

/** What each bench does by default, and with how many messages (or ids). */
const BENCHES: Readonly<Record<string, (messages: number | undefined) => Promise<{ readonly holds: boolean }>>> = {
  ingest: (messages = 100_000) => benchIngest(messages, randomInt(1000), measureRsaCeiling),
  fairness: (messages = 200_000) => benchFairness(messages, randomInt(1000)),
  contacts: (messages = 120) => benchContacts(messages, randomInt(100)),
  enrichment: (ids = 100_000) => benchEnrichment(ids),
};

/** `npm run bench:ingest|fairness|contacts|enrichment [-- --messages N]`: its last line is one JSON object with the figures. */
await runCommand(async ([name, ...args]) => {
  const bench = BENCHES[name ?? ''];
  if (bench === undefined) throw new Sentence(`Benches: ${Object.keys(BENCHES).join(', ')}.`);
  const { values } = parseArgs({ args, options: { messages: { type: 'string' } } });
  const figures = await bench(values.messages === undefined ? undefined : Number(values.messages));
  console.log(JSON.stringify(figures));
  process.exitCode = figures.holds ? 0 : 1;
});
