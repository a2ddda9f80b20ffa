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

/** A real database and a simulated WeCom that is never killed; worker and API are started and killed by the suite. */
export interface FaultStage {
  readonly context: StartContext;
  readonly simulator: RunningSimulator;
  close(): Promise<void>;
}

export async function setFaultStage(): Promise<FaultStage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'highwater-faults-'));
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
    urls: { portal: url(ports.portal), api: url(ports.api), simulator: url(ports.simulator) },
  };
  makeKeys(dataDir);
  context.secrets = openSecrets(dataDir);
  // Processes are killed here, not the machine: what was written to the system's cache survives, so fsync may be off.
  context.postgres = await startPostgres({ dataDir, fast: true });
  await migrateDatabase.run(context);
  const simulator = await startSimulator({
    host: '127.0.0.1',
    port: ports.simulator,
    clock: createShiftableClock(join(dataDir, 'clock.json')),
    talkEveryMs: 0,
  });
  return {
    context,
    simulator,
    async close() {
      await simulator.stop();
      await context.postgres?.discard();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Past every policy, for looking and for letting time pass. */
export async function asSuperuser<Result>(
  stage: FaultStage,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  if (stage.context.postgres === undefined) throw new Error('The stage was struck.');
  const client = new pg.Client({ ...stage.context.postgres.superuser, database: DATABASE_NAME });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
