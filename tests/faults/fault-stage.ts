import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createShiftableClock } from '@highwater/config';
import pg from 'pg';
import { startSimulator, type RunningSimulator } from '@highwater/wecom-simulator';
import { startPostgres } from '../../infra/postgres/index.ts';
import { createSupervisor } from '../../infra/processes/create-supervisor.ts';
import { ROOT } from '../../infra/processes/run-command.ts';
import { makeKeys } from '../../infra/start/make-keys.ts';
import { openSecrets } from '../../infra/start/secrets.ts';
import type { StartContext } from '../../infra/start/start-context.ts';
import { DATABASE_NAME, migrateDatabase } from '../../infra/start/steps/migrate-database.ts';
import { findFreePort } from '../../infra/testing/find-free-port.ts';

/** Folders, keys and a real database, migrated; nothing runs on it yet. */
export interface BareStage {
  readonly context: StartContext;
  /** Stops the database and removes everything. */
  close(): Promise<void>;
}

/** A stage with a simulated WeCom inside this process, which is never killed. */
export interface FaultStage extends BareStage {
  readonly simulator: RunningSimulator;
}

/**
 * `durable` has every commit on the disk before it counts, as in production: for measuring. A `folder` of one's own may
 * hold a stage of before and stays.
 */
export async function setBareStage({
  durable = false,
  folder,
}: { durable?: boolean; folder?: string } = {}): Promise<BareStage> {
  const dataDir = folder ?? mkdtempSync(join(tmpdir(), 'highwater-faults-'));
  const ports = {
    portal: await findFreePort(),
    api: await findFreePort(),
    simulator: await findFreePort(),
    apiMetrics: await findFreePort(),
    workerMetrics: await findFreePort(),
  };
  const url = (port: number): string => `http://127.0.0.1:${port}`;
  const context: StartContext = {
    dataDir,
    ports,
    root: ROOT,
    supervisor: createSupervisor(join(dataDir, 'logs'), () => undefined),
    urls: {
      portal: url(ports.portal),
      operator: `http://operator.localhost:${ports.portal}`,
      api: url(ports.api),
      simulator: url(ports.simulator),
    },
  };
  makeKeys(dataDir);
  context.secrets = openSecrets(dataDir);
  // Where processes are killed and not the machine, what was written to the system's cache survives, so fsync may be off.
  context.postgres = await startPostgres({ dataDir, fast: !durable });
  await migrateDatabase.run(context);
  return {
    context,
    async close() {
      if (folder !== undefined) return context.postgres?.stop();
      await context.postgres?.discard();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export async function setFaultStage(options: { durable?: boolean } = {}): Promise<FaultStage> {
  const stage = await setBareStage(options);
  const { dataDir, ports } = stage.context;
  const simulator = await startSimulator({
    host: '127.0.0.1',
    port: ports.simulator,
    clock: createShiftableClock(join(dataDir, 'clock.json')),
    talkEveryMs: 0,
  });
  return {
    ...stage,
    simulator,
    async close() {
      await simulator.stop();
      await stage.close();
    },
  };
}

/** Past every policy, for looking and for letting time pass. */
export async function asSuperuser<Result>(
  stage: BareStage,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  if (stage.context.postgres === undefined) throw new Error('The stage was struck.');
  const client = new pg.Client({ ...stage.context.postgres.superuser, database: DATABASE_NAME });
  // A database that is killed meanwhile speaks through the statement under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
