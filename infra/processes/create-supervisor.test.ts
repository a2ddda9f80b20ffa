import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findFreePort } from '../testing/find-free-port.ts';
import { createSupervisor } from './create-supervisor.ts';
import { readProcess } from './read-process.ts';
import { waitUntil } from './wait.ts';

const serve = fileURLToPath(new URL('./fixtures/serve.ts', import.meta.url));

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'highwater-processes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function makeServer(...options: string[]) {
  const folder = makeFolder();
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}/`;
  const reports: string[] = [];
  const supervisor = createSupervisor(folder, (line) => reports.push(line));
  onTestFinished(() => supervisor.stop());
  const spec = { name: 'server', script: serve, args: [String(port), ...options], env: {}, cwd: folder, readyUrl: url };
  return { folder, url, reports, supervisor, spec };
}

async function pidAt(url: string): Promise<number | undefined> {
  return fetch(url).then(
    async (response) => Number(await response.text()),
    () => undefined,
  );
}

describe('createSupervisor', () => {
  it('waits until a process answers, keeps its output, and stops it', async () => {
    const { folder, url, supervisor, spec } = await makeServer();
    await supervisor.start(spec);
    expect(await pidAt(url)).toBe(supervisor.pidOf('server'));
    expect(readFileSync(join(folder, 'server.log'), 'utf8')).toBe('serving\n');
    await supervisor.stop();
    expect(await pidAt(url)).toBeUndefined();
  });

  it('starts a process again that died, and says so', async () => {
    const { url, reports, supervisor, spec } = await makeServer();
    await supervisor.start(spec);
    const first = await pidAt(url);
    process.kill(first ?? 0, 'SIGKILL');
    await waitUntil(async () => ![undefined, first].includes(await pidAt(url)), 15_000);
    expect(await pidAt(url)).toBe(supervisor.pidOf('server'));
    expect(reports).toHaveLength(1);
  }, 20_000);

  it('tells with the end of the log that a process ended while starting', async () => {
    const { supervisor, spec } = await makeServer('dies');
    await expect(supervisor.start(spec)).rejects.toThrow(/server ended while starting/);
  });

  it('ends a process that ignores the request to stop', async () => {
    const { url, supervisor, spec } = await makeServer('stubborn');
    await supervisor.start(spec);
    const begun = performance.now();
    await supervisor.stop();
    expect(await pidAt(url)).toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(18_000);
  }, 20_000);

  it('leaves neither children nor their children when it is killed itself', async () => {
    const port = await findFreePort();
    const script = fileURLToPath(new URL('./fixtures/supervise.ts', import.meta.url));
    const supervisor = fork(script, [makeFolder(), String(port)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await once(supervisor, 'message');
    const urls = [`http://127.0.0.1:${port}/`, `http://127.0.0.1:${port + 1}/`];
    await waitUntil(async () => (await Promise.all(urls.map(pidAt))).every(Boolean), 10_000);
    const pids = (await Promise.all(urls.map(pidAt))).map(Number);
    supervisor.kill('SIGKILL');
    expect(await waitUntil(() => pids.every((pid) => readProcess(pid) === undefined), 10_000)).toBe(true);
  }, 30_000);
});
