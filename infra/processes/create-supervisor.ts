import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessSpec } from './process-spec.ts';
import { Sentence } from './sentence.ts';
import { startProcess } from './start-process.ts';
import { stopProcess } from './stop-process.ts';
import { waitUntil } from './wait.ts';

const READY_LIMIT_MS = 60_000;
const FIRST_RESTART_MS = 500;
const LONGEST_RESTART_MS = 10_000;
/** A process that lived this long had started well: its next death is a new matter. */
const HEALTHY_MS = 60_000;

export interface Supervisor {
  /** Starts a process and waits until it is ready; throws a Sentence when it ends before. Then keeps it running. */
  start(spec: ProcessSpec): Promise<void>;
  /** Its current number, e.g. for a suite that kills it. */
  pidOf(name: string): number | undefined;
  /** Stops all, within 15 s. Nothing is restarted afterwards. */
  stop(): Promise<void>;
}

/** `report` gets one line whenever a process dies and is started again. */
export function createSupervisor(logFolder: string, report: (line: string) => void): Supervisor {
  const running = new Map<string, ChildProcess>();
  let stopping = false;

  const keepRunning = (spec: ProcessSpec, child: ChildProcess, pauseMs: number): void => {
    const begun = performance.now();
    child.once('exit', () => {
      if (stopping) return;
      const pause = performance.now() - begun > HEALTHY_MS ? FIRST_RESTART_MS : pauseMs;
      report(`${spec.name} ended unexpectedly; starting it again in ${pause / 1000} s. Its log is ${logOf(spec)}.`);
      setTimeout(() => {
        if (stopping) return;
        const next = startProcess(spec, logOf(spec));
        running.set(spec.name, next);
        keepRunning(spec, next, Math.min(pause * 2, LONGEST_RESTART_MS));
      }, pause);
    });
  };
  const logOf = (spec: ProcessSpec): string => join(logFolder, `${spec.name}.log`);

  return {
    async start(spec) {
      if (stopping) return;
      const child = startProcess(spec, logOf(spec));
      running.set(spec.name, child);
      const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
      const ready = await waitUntil(async () => stopping || ended() || (await answers(spec.readyUrl)), READY_LIMIT_MS);
      if (stopping) return;
      if (ended())
        throw new Sentence(`${spec.name} ended while starting. The end of its log:\n${lastLines(logOf(spec))}`);
      if (!ready)
        throw new Sentence(`${spec.name} was not ready within ${READY_LIMIT_MS / 1000} s. Its log is ${logOf(spec)}.`);
      keepRunning(spec, child, FIRST_RESTART_MS);
    },
    pidOf: (name) => running.get(name)?.pid,
    async stop() {
      stopping = true;
      await Promise.all([...running.values()].map(stopProcess));
    },
  };
}

async function answers(url: string | undefined): Promise<boolean> {
  if (url === undefined) return true;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000), redirect: 'manual' });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
