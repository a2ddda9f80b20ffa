import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startPostgres } from '../postgres/index.ts';
import { createSupervisor } from '../processes/create-supervisor.ts';
import { waitUntil } from '../processes/wait.ts';
import { portsFrom } from './start-options.ts';
import { watchDatabase } from './watch-database.ts';

it('brings a killed database up again by itself, and says so', { timeout: 90_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'highwater-watch-'));
  const context = {
    dataDir,
    ports: portsFrom(4400),
    root: '',
    urls: { portal: '', operator: '', api: '', simulator: '' },
    supervisor: createSupervisor(join(dataDir, 'logs'), () => undefined),
    postgres: await startPostgres({ dataDir, fast: true }),
  };
  const { folder } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { folder: string };
  const postmaster = (): number => Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
  const said: string[] = [];
  const stopWatching = watchDatabase(context, (line) => said.push(line));
  try {
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    const isBack = await waitUntil(() => {
      try {
        return postmaster() !== killed;
      } catch {
        return false;
      }
    }, 60_000);
    expect(isBack).toBe(true);
    expect(said[0]).toBe('PostgreSQL ended unexpectedly; starting it again.');
  } finally {
    await stopWatching();
    await context.postgres.discard();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
