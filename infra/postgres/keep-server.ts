import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProcess } from '../processes/read-process.ts';
import { wait, waitUntil } from '../processes/wait.ts';
import type { ClusterPlace } from './cluster-place.ts';
import type { Binaries } from './prepare-binaries.ts';
import { programEnvironment } from './run-program.ts';

/**
 * Reads until its input ends, which happens when the process that started the server is gone, however it ended.
 * The two seconds let a start that follows at once keep the running server instead.
 */
const SCRIPT = 'read -r _; sleep 2; exec "$0" -D "$1" -m fast -w -t 20 stop';

/** Starts the keeper: it stops the server when this process dies without having done so. */
export async function keepServer(place: ClusterPlace, binaries: Binaries): Promise<void> {
  const keeper = spawn('/bin/sh', ['-c', SCRIPT, binaries.pgCtl, join(place.folder, 'data')], {
    cwd: place.folder,
    env: programEnvironment(place.folder),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...place.owner,
  });
  await once(keeper, 'spawn');
  keeper.unref();
  keeper.stdin.on('error', () => undefined);
  if ('unref' in keeper.stdin && typeof keeper.stdin.unref === 'function') keeper.stdin.unref();
  const { pid = 0 } = keeper;
  writeFileSync(keeperFile(place), `${pid} ${readProcess(pid)?.startTime}`, { mode: 0o600 });
}

/** Ends the keeper of this cluster, ours or one that a killed run left behind, before it can stop the server. */
export async function dismissKeeper(place: ClusterPlace): Promise<void> {
  const [pid, startTime] = readKeeper(place);
  if (pid === undefined || readProcess(pid)?.startTime !== startTime) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in between.
  }
  await waitUntil(() => readProcess(pid)?.startTime !== startTime, 5000, 20);
  // A stop it had just asked for becomes visible to a connection within this time.
  await wait(100);
  rmSync(keeperFile(place), { force: true });
}

function keeperFile(place: ClusterPlace): string {
  return join(place.folder, 'keeper.pid');
}

function readKeeper(place: ClusterPlace): [number, string] | [undefined, undefined] {
  try {
    const [pid, startTime = ''] = readFileSync(keeperFile(place), 'utf8').split(' ');
    return [Number(pid), startTime];
  } catch {
    return [undefined, undefined];
  }
}
