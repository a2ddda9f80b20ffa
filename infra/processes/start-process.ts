import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProcessSpec } from './process-spec.ts';

/** A core would hold every key and text that the process held. The program takes the shell's place. */
const WITHOUT_CORES = 'ulimit -c 0; exec "$0" "$@"';
const LONGEST_LOG_BYTES = 10_000_000;
const preload = fileURLToPath(new URL('./exit-with-parent.ts', import.meta.url));

/**
 * Starts one child with a channel to this process: when this process is gone, the channel closes and the child ends.
 * Its output is appended to the log file. In a group of its own, so that Ctrl-C reaches it through the supervisor only.
 */
export function startProcess(spec: ProcessSpec, logFile: string): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LONGEST_LOG_BYTES)
    renameSync(logFile, `${logFile}.1`);
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  const program = [process.execPath, '--import', preload, spec.script, ...(spec.args ?? [])];
  const child = spawn('/bin/sh', ['-c', WITHOUT_CORES, ...program], {
    cwd: spec.cwd,
    env: { NODE_ENV: 'production', PATH: process.env['PATH'] ?? '/usr/bin:/bin', NODE_NO_WARNINGS: '1', ...spec.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  child.once('close', () => log.end());
  return child;
}
