import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../locks/take-lock.ts';
import { Sentence } from '../processes/sentence.ts';
import { wait } from '../processes/wait.ts';
import { clearStaleFiles } from './clear-stale-files.ts';
import { openClusterPlace, type ClusterPlace } from './cluster-place.ts';
import { clusterSettings } from './cluster-settings.ts';
import { discardCluster, discardLeftovers, markTemporary } from './discard-clusters.ts';
import { initCluster } from './init-cluster.ts';
import { dismissKeeper, keepServer } from './keep-server.ts';
import { prepareBinaries, type Binaries } from './prepare-binaries.ts';
import { probeServer, superuserConfig, type SuperuserConfig } from './probe-server.ts';
import { runProgram } from './run-program.ts';
import { stopServer } from './stop-server.ts';

/** A killed server's number may stay taken by a zombie for 15 s (measured); recovery itself may take longer and is waited for. */
const START_LIMIT_MS = 40_000;
const RECOVERY_LIMIT_MS = 300_000;

export interface RunningPostgres {
  readonly superuser: SuperuserConfig;
  /** Stops the server; everything committed is kept. */
  stop(): Promise<void>;
  /** Stops the server and removes the cluster. For tests. */
  discard(): Promise<void>;
}

/**
 * Starts the PostgreSQL of a data folder, making its cluster when there is none, or takes over the one that a killed
 * run left running. It listens on a Unix socket only and ends when this process ends. `fast` gives up durability for
 * speed and marks the cluster as temporary: for tests.
 */
export async function startPostgres(options: {
  readonly dataDir: string;
  readonly fast?: boolean;
}): Promise<RunningPostgres> {
  const fast = options.fast ?? false;
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const lock = await takeLock('postgres', options.dataDir, START_LIMIT_MS);
  if (!lock)
    throw new Sentence(
      `Another start is busy with the database of ${options.dataDir}. Start again when it has finished.`,
    );
  try {
    const place = openClusterPlace(options.dataDir);
    const binaries = prepareBinaries(place.owner);
    await discardLeftovers(place, options.dataDir, binaries);
    await dismissKeeper(place);
    await initCluster(place, binaries, fast);
    if (fast) markTemporary(place);
    writeSettings(place, fast);
    await bringUp(place, binaries);
    await keepServer(place, binaries);
    return {
      superuser: superuserConfig(place),
      stop: async () => {
        await dismissKeeper(place);
        await stopServer(place, binaries);
      },
      discard: () => discardCluster(place, binaries),
    };
  } finally {
    lock.release();
  }
}

function writeSettings(place: ClusterPlace, fast: boolean): void {
  const file = join(place.folder, 'data/highwater.conf');
  writeFileSync(file, clusterSettings(place, fast), { mode: 0o600 });
  if (place.owner) chownSync(file, place.owner.uid, place.owner.gid);
}

async function bringUp(place: ClusterPlace, binaries: Binaries): Promise<void> {
  const begun = performance.now();
  const log = join(place.folder, 'postgres.log');
  const args = ['-D', join(place.folder, 'data'), '-l', log, '-w', '-t', '60', 'start'];
  for (;;) {
    const state = await probeServer(place);
    if (state === 'ready') return;
    const waitedMs = performance.now() - begun;
    if (waitedMs > (state === 'busy' ? RECOVERY_LIMIT_MS : START_LIMIT_MS)) {
      throw new Sentence(`PostgreSQL did not start within ${Math.round(waitedMs / 1000)} s. Its log is ${log}.`);
    }
    if (state === 'down') {
      clearStaleFiles(place);
      const { code } = await runProgram(binaries.pgCtl, args, place);
      if (code === 0) continue;
    }
    await wait(250);
  }
}
