import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../processes/run-command.ts';
import { waitUntil } from '../processes/wait.ts';
import { checkPorts } from '../start/check-ports.ts';
import { portsFrom } from '../start/start-options.ts';
import { findFreePort } from './find-free-port.ts';
import type { ReadyFile } from './provided.ts';

const START_LIMIT_MS = 150_000;

/** Starts everything as `npm start` does, on a data folder and ports of its own, and stops it after the journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'highwater-journeys-'));
  const args = [join(ROOT, 'infra/commands/start.ts'), '--data', folder, '--port-base', String(await findPortBase())];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = once(child, 'exit');
  const readyPath = join(folder, 'ready.json');
  const started = await waitUntil(() => existsSync(readyPath) || child.exitCode !== null, START_LIMIT_MS);
  if (!started || !existsSync(readyPath)) {
    child.kill('SIGTERM');
    await exited;
    throw new Error(`The stack did not start:\n${output}`);
  }
  project.provide('ready', { ...(JSON.parse(readFileSync(readyPath, 'utf8')) as ReadyFile), dataDir: folder });
  return async () => {
    child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Below the ports that the system hands out by itself, so that no passing connection takes one in between. */
async function findPortBase(): Promise<number> {
  for (let base = 20_000 + (process.pid % 1000) * 10; ; base += 10) {
    try {
      await checkPorts(portsFrom(base));
      return base;
    } catch {
      if (base > 32_000) return findFreePort();
    }
  }
}
