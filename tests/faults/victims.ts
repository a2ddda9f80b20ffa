import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../../infra/postgres/index.ts';
import { startProcess } from '../../infra/processes/start-process.ts';
import { waitUntil } from '../../infra/processes/wait.ts';
import { apiEnvironment, workerEnvironment } from '../../infra/start/app-environments.ts';
import { asSuperuser, type FaultStage } from './fault-stage.ts';

/** A process that is started, killed and started again. */
export interface Victim {
  /** Starts it; `failpoints` names the place at which it kills itself. Resolves when it serves. */
  start(failpoints?: string): Promise<void>;
  /** Whether it ended by itself at its failpoint within the time. */
  diesWithin(ms: number): Promise<boolean>;
  kill(): Promise<void>;
}

function createVictim(
  stage: FaultStage,
  name: string,
  script: string,
  env: () => Record<string, string>,
  readyUrl: string,
): Victim {
  const { context } = stage;
  let child: ChildProcess | undefined;
  const gone = (): boolean => child === undefined || child.exitCode !== null || child.signalCode !== null;
  return {
    async start(failpoints = '') {
      child = startProcess(
        {
          name,
          script: join(context.root, script),
          env: { ...env(), HIGHWATER_FAILPOINTS: failpoints },
          cwd: context.root,
        },
        join(context.dataDir, 'logs', `${name}.log`),
      );
      await waitUntil(async () => gone() || (await answers(readyUrl)), 30_000, 50);
    },
    diesWithin: (ms) => waitUntil(gone, ms, 20),
    async kill() {
      if (gone() || child === undefined) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
}

export function createWorkerVictim(stage: FaultStage, script: string): Victim {
  const metrics = `http://127.0.0.1:${stage.context.ports.workerMetrics}/metrics`;
  const env = (): Record<string, string> => ({
    ...workerEnvironment(stage.context),
    HIGHWATER_PULL_INTERVAL_SECONDS: '1',
  });
  return createVictim(stage, 'worker', script, env, metrics);
}

export function createApiVictim(stage: FaultStage): Victim {
  return createVictim(
    stage,
    'api',
    'apps/api/src/main.ts',
    () => apiEnvironment(stage.context),
    `${stage.context.urls.api}/readyz`,
  );
}

/** Kills the database server like a power cut of its process, and has it recover. */
export async function killDatabase(stage: FaultStage): Promise<void> {
  const { dataDir } = stage.context;
  const { folder } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { folder: string };
  const [pid] = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  stage.context.postgres = await startPostgres({ dataDir, fast: true });
}

/**
 * Half a minute passes for the queue: what a dead worker held is given to the next one. Only called while no worker
 * lives; waiting for the real heartbeat would take longer than everything else.
 */
export async function letHeartbeatsLapse(stage: FaultStage): Promise<void> {
  await asSuperuser(stage, (client) =>
    client.query("UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '30 seconds' WHERE state = 'active'"),
  );
}
