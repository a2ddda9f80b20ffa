import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { benchContacts } from '../../tests/load/bench-contacts.ts';
import { benchEnrichment } from '../../tests/load/bench-enrichment.ts';
import { benchFairness } from '../../tests/load/bench-fairness.ts';
import { benchGuesses } from '../../tests/load/bench-guesses.ts';
import { benchIngest } from '../../tests/load/bench-ingest.ts';
import { benchSearch } from '../../tests/load/bench-search.ts';
import { measureRsaCeiling } from '../../tests/load/rsa-ceiling.ts';
import { runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';

interface BenchOptions {
  readonly messages?: number | undefined;
  readonly corpus?: string | undefined;
  readonly folder?: string | undefined;
}

/** What each bench does by default, and with how many messages (ids, guesses). */
const BENCHES: Readonly<Record<string, (options: BenchOptions) => Promise<{ readonly holds: boolean }>>> = {
  ingest: ({ messages = 100_000 }) => benchIngest(messages, randomInt(1000), measureRsaCeiling),
  fairness: ({ messages = 200_000 }) => benchFairness(messages, randomInt(1000)),
  contacts: ({ messages = 120 }) => benchContacts(messages, randomInt(100)),
  enrichment: ({ messages: ids = 100_000 }) => benchEnrichment(ids),
  guesses: ({ messages: guesses = 10_000 }) => benchGuesses(guesses, randomInt(1000)),
  search: ({ messages = 1_000_000, corpus, folder }) => {
    if (corpus === undefined)
      throw new Sentence('bench:search needs --corpus: a file or folder of dialogues as JSON lines.');
    return benchSearch({ messages, corpus, folder, seed: 2026 });
  },
};

/**
 * `npm run bench:ingest|fairness|contacts|enrichment|guesses|search [-- --messages N --corpus PLACE --folder KEEP]`: its last line
 * is one JSON object with the figures.
 */
await runCommand(async ([name, ...args]) => {
  const bench = BENCHES[name ?? ''];
  if (bench === undefined) throw new Sentence(`Benches: ${Object.keys(BENCHES).join(', ')}.`);
  const { values } = parseArgs({
    args,
    options: { messages: { type: 'string' }, corpus: { type: 'string' }, folder: { type: 'string' } },
  });
  const { messages, corpus, folder } = values;
  const figures = await bench({ messages: messages === undefined ? undefined : Number(messages), corpus, folder });
  console.log(JSON.stringify(figures));
  process.exitCode = figures.holds ? 0 : 1;
});
