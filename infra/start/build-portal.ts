import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../locks/take-lock.ts';
import { Sentence } from '../processes/sentence.ts';

/** Everything that ends up in the portal's bundle. */
const INPUTS = [
  'apps/portal',
  'packages/api-client',
  'packages/calendar',
  'packages/domain',
  'packages/i18n',
  'packages/message-view',
  'packages/search',
  'packages/config',
];
const BUILD_LIMIT_MS = 180_000;

/** Builds the portal unless it was built from the same sources. True when it had to be built. Safe to run twice at once. */
export async function buildPortal(root: string): Promise<boolean> {
  const lock = await takeLock('portal-build', root, BUILD_LIMIT_MS);
  if (!lock)
    throw new Sentence(
      'Another start has been building the portal for three minutes. Start again when it has finished.',
    );
  try {
    const mark = join(root, 'apps/portal/build/.built-from');
    const hash = hashInputs(root);
    if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return false;
    const { code, output } = await runBuild(root);
    if (code !== 0)
      throw new Sentence(`The portal could not be built:\n${output.trimEnd().split('\n').slice(-30).join('\n')}`);
    mkdirSync(join(root, 'apps/portal/build'), { recursive: true });
    writeFileSync(mark, hash);
    return true;
  } finally {
    lock.release();
  }
}

function runBuild(root: string): Promise<{ code: number | null; output: string }> {
  const cli = join(root, 'node_modules/@remix-run/dev/dist/cli.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'vite:build'], {
      cwd: join(root, 'apps/portal'),
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '/',
        NODE_ENV: 'production',
        NODE_NO_WARNINGS: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

function hashInputs(root: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of INPUTS) {
    for (const file of listSources(join(root, folder))) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^(node_modules|build|fixtures|\..*)$|\.test\.tsx?$/.test(name))
    .flatMap((entry) => (entry.isDirectory() ? listSources(join(folder, entry.name)) : [join(folder, entry.name)]))
    .toSorted();
}
