import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A write touches its file with every block; one that was silent for an hour belongs to a process that was killed. */
export const LEFTOVER_AGE_MS = 60 * 60 * 1000;

/** Removes unfinished writes older than an hour at `now` (Unix ms); answers how many. A file that vanishes meanwhile is no error. */
export async function removeLeftovers(unfinished: string, now: number): Promise<number> {
  let removed = 0;
  for (const name of await readdir(unfinished).catch(() => [])) {
    const path = join(unfinished, name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || now - found.mtimeMs < LEFTOVER_AGE_MS) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
