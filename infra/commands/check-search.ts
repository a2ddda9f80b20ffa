import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createTestDatabase } from '@highwater/testkit';
import { openTypesenseWorld } from '../../tests/contracts/typesense/open-typesense.ts';
import { readCorpus } from '../../tests/load/search/read-corpus.ts';
import { checkSearch } from '../../tests/search/check-search.ts';
import { startPostgres } from '../postgres/index.ts';
import { runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';

const USAGE = `Usage: npm run check:search -- --corpus PLACE [--questions N] [--seed S] [--typesense]
PLACE is a file or folder of dialogues as JSON lines.`;

/**
 * `npm run check:search -- --corpus PLACE`: thousands of questions about real dialogues, each answered by the index and by
 * plainly looking through every text; its last line is one JSON object with the figures. With `--typesense` the index is
 * one at the server of TYPESENSE_URL and TYPESENSE_API_KEY, or at a stand-in without them.
 */
await runCommand(async (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string' },
      questions: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '2026' },
      typesense: { type: 'boolean', default: false },
    },
  });
  const [questions, seed] = [Number(values.questions), Number(values.seed)];
  if (values.corpus === undefined || ![questions, seed].every((n) => Number.isInteger(n) && n >= 0)) {
    throw new Sentence(USAGE);
  }
  const texts = readCorpus(values.corpus);
  const dataDir = mkdtempSync(join(tmpdir(), 'highwater-check-'));
  const postgres = await startPostgres({ dataDir, fast: true });
  const world = values.typesense ? await openTypesenseWorld() : undefined;
  try {
    const own = await createTestDatabase(postgres.superuser);
    try {
      const findings = await checkSearch(own.database, {
        texts,
        questions,
        seed,
        ...(world === undefined ? {} : { engine: async () => world }),
      });
      console.log(JSON.stringify(findings));
      process.exitCode = findings.holds ? 0 : 1;
    } finally {
      await own.drop();
    }
  } finally {
    await world?.close();
    await postgres.discard();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
