import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { confine, type Command, type Confinement } from './command.ts';
import { LIMITS } from './limits.ts';
import { readProcessUse, type ProcessUse } from './watch-process.ts';

/** Two settings of the system's own libraries, nothing of ours. Typed by hand: frameworks declare names that an environment must have. */
const ENVIRONMENT = { UV_THREADPOOL_SIZE: '1', MALLOC_ARENA_MAX: '2' } as Record<string, string> as NodeJS.ProcessEnv;
const WATCH_EVERY_MS = 10;

export interface ProcessJob {
  readonly command: Command;
  readonly confinement: Confinement;
  /** RLIMIT_DATA; undefined for none. */
  readonly dataBytes: number | undefined;
  readonly input: AsyncIterable<Uint8Array>;
  /** Longer input ends the process. */
  readonly mostInputBytes: number;
  /** A descriptor that the process gets as number 3. */
  readonly file?: number | undefined;
  /** Takes what the process writes; false ends it. */
  readonly take: (chunk: Buffer, pid: number) => boolean;
  readonly wallMs?: number;
}

/** How a process ended: by itself, by the system, or by us for a reason. */
export interface ProcessEnding {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stopped: 'memory' | 'time' | 'output' | 'input' | undefined;
  /** The most that was seen of each; 0 where the system does not tell. */
  readonly use: ProcessUse;
}

/**
 * Runs one process under its limits to its end. Rejects with `input`'s own failure, with the signal's reason, and when
 * no process could be started; in each case nothing runs any more.
 */
export async function runProcess(job: ProcessJob, signal?: AbortSignal): Promise<ProcessEnding> {
  signal?.throwIfAborted();
  const { program, args } = confine(job.command, job.confinement, job.dataBytes);
  const child = spawn(program, args, {
    env: ENVIRONMENT,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore', ...(job.file === undefined ? [] : [job.file])],
    ...job.confinement.user,
  });
  let stopped: ProcessEnding['stopped'];
  let use: ProcessUse = { memoryBytes: 0, cpuMs: 0 };
  let failure: { readonly cause: unknown } | undefined;
  const stop = (why: ProcessEnding['stopped']) => {
    stopped ??= why;
    child.kill('SIGKILL');
  };
  const fail = (cause: unknown) => {
    failure ??= { cause };
    child.kill('SIGKILL');
  };
  const abort = () => fail(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  const clock = setTimeout(() => stop('time'), job.wallMs ?? LIMITS.wallMs);
  const watch = setInterval(() => {
    const now = child.pid === undefined ? undefined : readProcessUse(child.pid);
    if (now === undefined) return;
    use = { memoryBytes: Math.max(use.memoryBytes, now.memoryBytes), cpuMs: Math.max(use.cpuMs, now.cpuMs) };
    if (now.memoryBytes > LIMITS.memoryBytes) stop('memory');
    // The kernel ends it before; where it does not, this does.
    if (now.cpuMs > (LIMITS.cpuSeconds + 1) * 1000) stop('time');
  }, WATCH_EVERY_MS);

  const ended = new Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, by) => resolve({ code, signal: by }));
    child.once('error', (cause) => {
      failure ??= { cause };
      // Without a process there is no close.
      if (child.pid === undefined) resolve({ code: null, signal: null });
    });
  });
  const { stdin, stdout } = child as { stdin: Writable | null; stdout: Readable | null };
  stdout?.on('data', (chunk: Buffer) => {
    if (stopped === undefined && child.pid !== undefined && !job.take(chunk, child.pid)) stop('output');
  });
  const fed = stdin === null ? Promise.resolve() : feed(stdin, job, ended, stop).catch(fail);
  const ending = await ended;
  clearTimeout(clock);
  clearInterval(watch);
  signal?.removeEventListener('abort', abort);
  await fed;
  if (failure !== undefined) throw failure.cause;
  return { ...ending, stopped, use };
}

/** Gives the process its input at its own pace and leaves off when it is gone, also from an input that does not come. */
async function feed(
  stdin: Writable,
  job: ProcessJob,
  ended: Promise<unknown>,
  stop: (why: 'input') => void,
): Promise<void> {
  // A process that is gone is told by its end; the broken pipe says nothing more.
  stdin.on('error', () => undefined);
  const over = ended.then(() => 'over' as const);
  const chunks = job.input[Symbol.asyncIterator]();
  let size = 0;
  for (;;) {
    const next = await Promise.race([over, chunks.next()]);
    if (next === 'over') break;
    if (next.done === true) {
      stdin.end();
      return;
    }
    size += next.value.byteLength;
    if (size > job.mostInputBytes) {
      stop('input');
      break;
    }
    if (stdin.write(next.value)) continue;
    const drained = new Promise<void>((resolve) => stdin.once('drain', resolve));
    if ((await Promise.race([over, drained])) === 'over') break;
  }
  // Not awaited: an input that is still being fetched ends when it comes.
  void Promise.resolve(chunks.return?.()).catch(() => undefined);
}
