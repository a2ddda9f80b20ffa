import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';
import { takeScreenshots } from '../screenshots/take-screenshots.ts';

interface Ready {
  readonly portalUrl: string;
  readonly accounts: readonly { readonly role: string; readonly email: string; readonly password: string }[];
}

/** `npm run screenshots [-- --data DIR]`: the pictures of the docs, made from a running instance's demo company. */
await runCommand(async (args) => {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } });
  const dataDir = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.data ?? '.highwater');
  const ready = readReady(dataDir);
  const account = ready.accounts.find(({ role }) => role === 'owner');
  if (account === undefined) throw new Sentence('The running instance has no demo owner.');
  const problems = await takeScreenshots({
    portalUrl: ready.portalUrl,
    account,
    folder: join(ROOT, 'docs/screenshots'),
    language: 'zh-CN',
    width: 1280,
    height: 800,
    dark: false,
    pages: { reader: `/search?q=${encodeURIComponent('今天')}first-hit`, overview: '/' },
  });
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) throw new Sentence('The pages are not in order; see above.');
});

function readReady(dataDir: string): Ready {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'ready.json'), 'utf8')) as Ready;
  } catch {
    throw new Sentence(`Nothing runs on ${dataDir}. Begin with: npm start`);
  }
}
