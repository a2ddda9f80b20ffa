import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readProcess } from '../processes/read-process.ts';
import { waitUntil } from '../processes/wait.ts';

const script = fileURLToPath(new URL('./fixtures/start-database-only.ts', import.meta.url));

const COMMANDS = fileURLToPath(new URL('../commands/highwater.ts', import.meta.url));

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'highwater-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function start(folder: string) {
  const child = fork(script, ['--data', folder, '--port-base', '19400'], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = once(child, 'exit');
  return { child, exited, output: () => output, ready: () => waitUntil(() => output.includes('Ctrl-C'), 60_000) };
}

function postmasterOf(folder: string): number {
  const { folder: cluster } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as { folder: string };
  return Number.parseInt(readFileSync(join(cluster, 'data/postmaster.pid'), 'utf8'), 10);
}

describe('a start', () => {
  it('keeps secrets to itself, prints the sign-ins, stops on a signal and leaves no server', async () => {
    const folder = makeFolder();
    const run = start(folder);
    expect(await run.ready()).toBe(true);
    expect(run.output()).toContain('owner@example.com');
    for (const file of [
      'ready.json',
      'command-environment.json',
      'secrets.json',
      'keys/kek.key',
      'keys/worker-box.key',
      'keys/ledger.key',
    ]) {
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    }
    const removed = spawnSync(process.execPath, [
      COMMANDS,
      '--data',
      folder,
      'operator',
      'remove',
      '--email',
      'a@b.example',
    ]);
    expect([removed.status, removed.stdout.toString()]).toEqual([1, 'There is no such operator.\n']);
    const postmaster = postmasterOf(folder);
    run.child.kill('SIGINT');
    run.child.kill('SIGINT');
    expect(await run.exited).toEqual([0, null]);
    expect(readProcess(postmaster)).toBeUndefined();
    for (const file of ['ready.json', 'command-environment.json']) expect(existsSync(join(folder, file))).toBe(false);
  });

  it('refuses a folder on which another one runs, and says where', async () => {
    const folder = makeFolder();
    const run = start(folder);
    expect(await run.ready()).toBe(true);
    const second = start(folder);
    expect(await second.exited).toEqual([1, null]);
    expect(second.output()).toMatch(/already runs on .*http:\/\/127\.0\.0\.1:19400/);
    run.child.kill('SIGTERM');
    await run.exited;
  });

  it('starts again with the same passwords after it was killed', async () => {
    const folder = makeFolder();
    const first = start(folder);
    expect(await first.ready()).toBe(true);
    const secrets = readFileSync(join(folder, 'secrets.json'), 'utf8');
    first.child.kill('SIGKILL');
    await first.exited;
    const again = start(folder);
    expect(await again.ready()).toBe(true);
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe(secrets);
    again.child.kill('SIGTERM');
    expect(await again.exited).toEqual([0, null]);
  });
});
