import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readProcess } from '../processes/read-process.ts';
import type { ClusterPlace } from './cluster-place.ts';

/**
 * Removes the lock files of a server that was killed, so that the next one starts. Called only after nothing answered on
 * the socket. PostgreSQL refuses to start while the number in its lock file belongs to any process of the same user,
 * also to an unrelated one or to a zombie; here the number must belong to a living PostgreSQL of this very cluster.
 */
export function clearStaleFiles(place: ClusterPlace): void {
  const data = join(place.folder, 'data');
  const locks = [join(data, 'postmaster.pid'), join(place.socketFolder, '.s.PGSQL.5432.lock')];
  for (const lock of locks) {
    const pid = readPid(lock);
    if (pid !== undefined && !isServerOf(pid, data)) rmSync(lock, { force: true });
  }
}

function readPid(lock: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The postmaster's working directory is its data directory, and so is that of all its children. */
function isServerOf(pid: number, data: string): boolean {
  if (readProcess(pid) === undefined) return false;
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === data && basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
    );
  } catch {
    return readProcess(pid)?.name === 'postgres';
  }
}
