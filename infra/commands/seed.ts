import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seedTenants } from '@highwater/testkit';
import { readCorpusFile } from '@highwater/wecom-simulator';
import { runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';

const USAGE = 'Usage: npm run seed -- --messages N --tenants T [--corpus FILE] [--data DIR]';

/** `npm run seed -- --messages N --tenants T [--corpus FILE]`: fills a running instance through its public address. */
await runCommand(async (args) => {
  const standing = process.env['INIT_CWD'] ?? process.cwd();
  const { messages, tenants, corpus, data } = readOptions(args);
  const { portalUrl, simulatorUrl } = readReady(resolve(standing, data));
  const texts = corpus === undefined ? [] : await readCorpusFile(resolve(standing, corpus));
  const begun = performance.now();
  const seeded = await seedTenants({
    portalUrl,
    simulatorUrl,
    tenants,
    messages,
    texts,
    unique: () => randomBytes(9).toString('base64url').toLowerCase(),
    report: (line) => console.log(line),
  });
  const seconds = (performance.now() - begun) / 1000;
  const stored = seeded.reduce((sum, tenant) => sum + tenant.messages, 0);
  console.log(
    JSON.stringify({
      tenants: seeded.length,
      messages: stored,
      seconds: Number(seconds.toFixed(1)),
      messagesPerSecond: Math.round(stored / seconds),
      holds: true,
    }),
  );
});

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        messages: { type: 'string' },
        tenants: { type: 'string' },
        corpus: { type: 'string' },
        data: { type: 'string' },
      },
    });
    const [messages, tenants] = [Number(values.messages ?? 1000), Number(values.tenants ?? 1)];
    if (![messages, tenants].every((n) => Number.isInteger(n) && n >= 1)) throw new Sentence(USAGE);
    return { messages, tenants, corpus: values.corpus, data: values.data ?? '.highwater' };
  } catch (cause) {
    throw new Sentence(USAGE, { cause });
  }
}

function readReady(dataDir: string): { portalUrl: string; simulatorUrl: string } {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'ready.json'), 'utf8')) as { portalUrl: string; simulatorUrl: string };
  } catch {
    throw new Sentence(`Nothing runs on ${dataDir}. Begin with: npm start`);
  }
}
