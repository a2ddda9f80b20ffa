import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readProcess } from '../processes/read-process.ts';
import { waitUntil } from '../processes/wait.ts';
import { startPostgres } from './index.ts';
import type { SuperuserConfig } from './probe-server.ts';

interface Child {
  readonly process: ChildProcess;
  readonly superuser: SuperuserConfig;
  readonly postmaster: number;
}

function makeDataFolder(): string {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'highwater-pg-')), 'data');
  onTestFinished(async () => {
    const server = await startPostgres({ dataDir, fast: true });
    await server.discard();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return dataDir;
}

/** Starts the server from another process, which can then be killed. */
async function startInChild(dataDir: string): Promise<Child> {
  const script = fileURLToPath(new URL('./fixtures/start-and-linger.ts', import.meta.url));
  const child = fork(script, [dataDir], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [superuser] = (await once(child, 'message')) as [SuperuserConfig];
  return { process: child, superuser, postmaster: readPostmaster(dataDir) };
}

function folderOf(dataDir: string): string {
  return JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')).folder;
}

function readPostmaster(dataDir: string): number {
  return Number.parseInt(readFileSync(join(folderOf(dataDir), 'data/postmaster.pid'), 'utf8'), 10);
}

async function kill(child: Child, what: 'parent' | 'postmaster'): Promise<void> {
  if (what === 'postmaster') {
    process.kill(child.postmaster, 'SIGKILL');
    return;
  }
  const exited = once(child.process, 'exit');
  child.process.kill('SIGKILL');
  await exited;
}

async function ask<Row extends object>(superuser: SuperuserConfig, sql: string): Promise<Row[]> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('startPostgres', () => {
  it('listens on a socket of its own and keeps its password to itself', async () => {
    const dataDir = makeDataFolder();
    const { superuser } = await startPostgres({ dataDir, fast: true });
    const rows = await ask<Record<string, string>>(
      superuser,
      `select current_setting('listen_addresses') as network, current_setting('server_encoding') as encoding,
              lower('ÄÉ') as lowered, '重阳' ~ '^\\w+$' as words`,
    );
    expect(rows).toEqual([{ network: '', encoding: 'UTF8', lowered: 'äé', words: true }]);
    await expect(ask({ ...superuser, password: 'wrong' }, 'select 1')).rejects.toThrow(/password/);
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(statSync(superuser.host).mode & 0o777).toBe(0o700);
    expect(Buffer.byteLength(`${superuser.host}/.s.PGSQL.5432`)).toBeLessThan(107);
  });

  it.each([
    ['the parent', ['parent']],
    ['the postmaster', ['postmaster']],
    ['the parent, then the postmaster', ['parent', 'postmaster']],
    ['the postmaster, then the parent', ['postmaster', 'parent']],
  ] as const)('starts again with all that was committed after a kill of %s', async (_title, order) => {
    const dataDir = makeDataFolder();
    const child = await startInChild(dataDir);
    await ask(child.superuser, 'create table kept as select generate_series(1, 1000) as n');
    for (const what of order) await kill(child, what);
    const again = await startPostgres({ dataDir });
    expect(await ask(again.superuser, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
  });

  it('takes over the server that a killed run left running', async () => {
    const dataDir = makeDataFolder();
    const child = await startInChild(dataDir);
    await kill(child, 'parent');
    await startPostgres({ dataDir, fast: true });
    expect(readPostmaster(dataDir)).toBe(child.postmaster);
  });

  it('leaves no server behind when its parent is killed and nobody starts again', async () => {
    const dataDir = makeDataFolder();
    const child = await startInChild(dataDir);
    await kill(child, 'parent');
    expect(await waitUntil(() => readProcess(child.postmaster) === undefined, 15_000)).toBe(true);
  });

  it('starts over a lock file that names an unrelated living process of the same user', async () => {
    const dataDir = makeDataFolder();
    const server = await startPostgres({ dataDir, fast: true });
    await server.stop();
    const file = join(folderOf(dataDir), 'data/postmaster.pid');
    writeFileSync(file, `${process.pid}\n${join(folderOf(dataDir), 'data')}\n0\n5432\n`);
    const again = await startPostgres({ dataDir, fast: true });
    expect(await ask(again.superuser, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says so when the cluster of a data folder is gone', async () => {
    const dataDir = makeDataFolder();
    const server = await startPostgres({ dataDir, fast: true });
    const pointer = readFileSync(join(dataDir, 'postgres.json'));
    await server.discard();
    writeFileSync(join(dataDir, 'postgres.json'), pointer, { mode: 0o600 });
    await expect(startPostgres({ dataDir, fast: true })).rejects.toThrow(/is gone/);
    rmSync(join(dataDir, 'postgres.json'));
  });
});
