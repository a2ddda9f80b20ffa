import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setBareStage, type BareStage } from './fault-stage.ts';
import { openFullDisks, type FullDisks } from './full-disks.ts';
import { stretchWire, type Wire } from './cut-network.ts';
import { openNativeWecom, type NativeWecom } from './native-wecom.ts';
import { createStageClock, type StageClock } from './shift-clock.ts';
import { createApiVictim, createSimulatorVictim, createWorkerVictim, type Victim } from './victims.ts';
import { watchQueue, type QueueWatch } from './watch-queue.ts';
import { findFreePort } from '../../infra/testing/find-free-port.ts';
import { need } from '../../infra/start/start-context.ts';

/** Everything that a run starts, kills, cuts and fills. */
export interface FaultWorld extends BareStage {
  readonly clock: StageClock;
  readonly worker: Victim;
  readonly api: Victim;
  readonly simulator: Victim;
  /** Between the worker and WeCom. */
  readonly wecomWire: Wire;
  /** Between worker, API and the database. */
  readonly databaseWire: Wire;
  readonly queue: QueueWatch;
  /** The way over the helper, where the worker takes it. */
  readonly native: NativeWecom | undefined;
  readonly disks: FullDisks;
  readonly objectsFolder: string;
}

export interface WorldOptions {
  /** The worker to run; the planted bugs are workers of their own. */
  readonly workerScript?: string;
  /** Whether database and object folder stand on disks that can be full. */
  readonly smallDisks?: boolean;
  /** Whether the worker speaks to WeCom through helper, relay and library; needs a C compiler. */
  readonly native?: boolean;
}

/** Sets the stage, stretches the wires and starts simulator, API and worker. */
export async function setFaultWorld(options: WorldOptions = {}): Promise<FaultWorld> {
  const stage = await setBareStage();
  const { context } = stage;
  const native = options.native === true ? await openNativeWecom(stage) : undefined;
  const disks = await openFullDisks(stage, options.smallDisks ?? false);
  const socketFolder = join(context.dataDir, 'wire');
  mkdirSync(socketFolder);
  const { host, port } = need(context, 'postgres').superuser;
  const socket = `.s.PGSQL.${port}`;
  const wecomPort = await findFreePort();
  const [wecomWire, databaseWire] = await Promise.all([
    stretchWire(wecomPort, { host: '127.0.0.1', port: context.ports.simulator }, native?.tls),
    stretchWire(join(socketFolder, socket), { path: join(host, socket) }),
  ]);
  const objectsFolder = disks.objects?.folder ?? join(context.dataDir, 'objects');
  const shared = { HIGHWATER_DATABASE_HOST: socketFolder, HIGHWATER_OBJECTS_FOLDER: objectsFolder };
  const world: FaultWorld = {
    context,
    clock: createStageClock(stage),
    worker: createWorkerVictim(stage, options.workerScript ?? 'apps/worker/src/main.ts', {
      ...shared,
      HIGHWATER_WECOM_SIMULATOR_URL: native === undefined ? `http://127.0.0.1:${wecomPort}` : undefined,
      ...native?.env(wecomPort),
    }),
    api: createApiVictim(stage, shared),
    simulator: createSimulatorVictim(stage),
    wecomWire,
    databaseWire,
    native,
    disks,
    objectsFolder,
    queue: await watchQueue(stage),
    async close() {
      await Promise.all([world.worker.kill(), world.api.kill(), world.simulator.kill()]);
      await Promise.all([wecomWire.close(), databaseWire.close(), world.queue.close()]);
      await native?.close();
      await stage.close();
      disks.remove();
    },
  };
  try {
    await Promise.all([world.simulator.start(), world.api.start()]);
    await world.worker.start();
  } catch (error) {
    await world.close();
    throw error;
  }
  return world;
}
