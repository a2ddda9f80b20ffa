import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProcess } from '../processes/read-process.ts';
import { placePrefix, type ClusterPlace } from './cluster-place.ts';
import { dismissKeeper } from './keep-server.ts';
import type { Binaries } from './prepare-binaries.ts';
import { SHARED_FOLDER } from './shared-folder.ts';
import { stopServer } from './stop-server.ts';

/** Removes a cluster with everything in it. */
export async function discardCluster(place: ClusterPlace, binaries: Binaries): Promise<void> {
  await dismissKeeper(place);
  if (existsSync(join(place.folder, 'data'))) await stopServer(place, binaries, 'immediate');
  rmSync(place.folder, { recursive: true, force: true });
  if (place.socketFolder !== place.folder) rmSync(place.socketFolder, { recursive: true, force: true });
  rmSync(place.pointerFile, { force: true });
}

/** Marks a cluster as a test's: it may be removed once the process that wanted it is gone. */
export function markTemporary(place: ClusterPlace): void {
  writeFileSync(join(place.folder, 'temporary'), `${process.pid} ${readProcess(process.pid)?.startTime}`);
}

/**
 * Removes what nobody will ask for again from the shared folder: clusters of this data folder's earlier lives (it was
 * removed and made anew) and those of tests that were killed.
 */
export async function discardLeftovers(place: ClusterPlace, dataDir: string, binaries: Binaries): Promise<void> {
  if (place.owner === undefined) return;
  const prefix = `${placePrefix(dataDir)}-`;
  for (const name of readdirSync(SHARED_FOLDER)) {
    const folder = join(SHARED_FOLDER, name);
    if (folder === place.folder || !/^[0-9a-f]{12}-[0-9a-f]{8}$/.test(name)) continue;
    if (!name.startsWith(prefix) && !isAbandonedTest(folder)) continue;
    await discardCluster({ ...place, folder, socketFolder: folder, pointerFile: join(folder, 'none') }, binaries);
  }
}

function isAbandonedTest(folder: string): boolean {
  const mark = join(folder, 'temporary');
  if (!existsSync(mark)) return false;
  const [pid, startTime] = readFileSync(mark, 'utf8').split(' ');
  return readProcess(Number(pid))?.startTime !== startTime;
}
