import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFaultStage, type BareStage } from '../faults/fault-stage.ts';
import { createApiVictim, createWorkerVictim } from '../faults/victims.ts';
import { buildWorld } from './build-world.ts';
import { listOperations, type Operation } from './list-operations.ts';
import { listProtectedValues } from './list-protected-values.ts';
import type { ProtectedValue } from './protected-values.ts';
import type { World } from './world.ts';

/** A real database, API and worker with the two companies in them. */
export interface TenancyStage {
  readonly world: World;
  readonly values: readonly ProtectedValue[];
  readonly operations: readonly Operation[];
  readonly apiUrl: string;
  readonly logFolder: string;
  /** What the metrics ports of API and worker say. */
  readMetrics(): Promise<string>;
  /** Where the processes of further APIs find everything. */
  readonly bare: BareStage;
  /** Lets time pass for API and worker. */
  shiftClock(offsetMs: number): void;
  /** Ends the worker: what is asked for then waits for ever. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

export async function setTenancyStage(seed: number): Promise<TenancyStage> {
  const stage = await setFaultStage();
  const { ports, urls, dataDir } = stage.context;
  const [api, worker] = [createApiVictim(stage), createWorkerVictim(stage, 'apps/worker/src/main.ts')];
  const close = async (): Promise<void> => {
    await Promise.all([worker.kill(), api.kill()]);
    await stage.close();
  };
  try {
    await Promise.all([api.start(), worker.start()]);
    const world = await buildWorld(stage, seed);
    return {
      world,
      values: listProtectedValues(world),
      operations: await listOperations(world.actors.nobody),
      apiUrl: urls.api,
      logFolder: join(dataDir, 'logs'),
      bare: stage,
      shiftClock: (offsetMs) => writeFileSync(join(dataDir, 'clock.json'), JSON.stringify({ offsetMs })),
      close,
      stopWorker: () => worker.kill(),
      async readMetrics() {
        const texts = [ports.apiMetrics, ports.workerMetrics].map(async (port) =>
          (await fetch(`http://127.0.0.1:${port}/metrics`)).text(),
        );
        return (await Promise.all(texts)).join('\n');
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
