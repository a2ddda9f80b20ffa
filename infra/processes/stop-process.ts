import type { ChildProcess } from 'node:child_process';
import { waitUntil } from './wait.ts';

/** A child's own graceful stop ends within this time; all children stop at once, and everything within 20 s. */
const GRACE_MS = 12_000;

/** Ends a child and what it started: SIGTERM, and SIGKILL for its whole group when that does not help. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  const ended = (): boolean => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  if (!ended()) child.kill('SIGTERM');
  const graceful = await waitUntil(ended, GRACE_MS, 30);
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
  if (!graceful) await waitUntil(ended, 2000, 30);
}
