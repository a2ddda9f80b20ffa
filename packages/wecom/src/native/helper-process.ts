import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { FaultError } from '@highwater/domain';
import { type AnswerFrame, createAnswerReader, encodeRequest, type RequestField, type RequestType } from './frames.ts';

export interface HelperProgram {
  readonly program: string;
  /** Descriptor of the library's copy, see openLibrary. */
  readonly libraryFile: number;
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
}

/** One running helper. Its calls run one after the other; at the first failure of any it is dead. */
export interface HelperProcess {
  readonly pid: number | undefined;
  readonly isAlive: boolean;
  /** Calls so far, and the memory that the last answer told. */
  readonly calls: number;
  readonly memoryBytes: number;
  /** Bytes that the library or the helper wrote to stderr; what they were is not kept. */
  readonly strayBytes: number;
  /** Settles when the process is gone. */
  readonly ended: Promise<void>;
  /** Rejects with `helper.timed_out` after `limitMs`, `helper.died` or `library.refused` (it does not load). */
  call(type: RequestType, fields: readonly RequestField[], limitMs: number): Promise<AnswerFrame>;
  /** Lets it end by itself, and kills it when it has not after `graceMs`. */
  end(graceMs: number): Promise<void>;
  kill(): Promise<void>;
}

/** Exit codes of docs/helper-protocol.md that mean the library, not the helper. */
const LIBRARY_EXITS: ReadonlySet<number | null> = new Set([72, 73]);
const MOST_CALL_NUMBER = 0xffff_ffff;
/** Typed by hand: frameworks declare names that an environment must have. */
const NO_ENVIRONMENT = {} as NodeJS.ProcessEnv;

interface Pending {
  readonly type: RequestType;
  readonly number: number;
  readonly resolve: (frame: AnswerFrame) => void;
  readonly reject: (error: FaultError) => void;
  readonly timer: NodeJS.Timeout;
}

/** Starts the helper with three pipes and the library: no environment, no folder of ours, no secret in its arguments. */
export function startHelperProcess({ program, libraryFile, user }: HelperProgram): HelperProcess {
  const becomes = user === undefined ? '-' : `${user.uid}:${user.gid}`;
  const child = spawn(program, [String(process.pid), becomes], {
    env: NO_ENVIRONMENT,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe', libraryFile],
  });
  const reader = createAnswerReader();
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    // Without a process there is no close.
    child.once('error', () => child.pid === undefined && resolve());
  });
  let pending: Pending | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let death: FaultError | undefined;
  const counts = { calls: 0, memoryBytes: 0, strayBytes: 0 };

  function die(error: FaultError): void {
    death ??= error;
    child.kill('SIGKILL');
    if (pending === undefined) return;
    clearTimeout(pending.timer);
    const { reject } = pending;
    pending = undefined;
    reject(death);
  }

  function take(frame: AnswerFrame): void {
    if (pending === undefined || pending.type !== frame.type || pending.number !== frame.call) {
      die(new FaultError('helper.died', { detail: { frame: 'unasked' } }));
      return;
    }
    clearTimeout(pending.timer);
    counts.memoryBytes = frame.memoryBytes;
    const { resolve } = pending;
    pending = undefined;
    resolve(frame);
  }

  child.once('error', (cause) => die(new FaultError('helper.died', { detail: { start: 'failed' }, cause })));
  // Not at its exit: an answer may still be in the pipe.
  child.once('close', (code, signal) => {
    const fault = LIBRARY_EXITS.has(code) ? 'library.refused' : 'helper.died';
    die(new FaultError(fault, { detail: signal === null ? { exit: code ?? 0 } : { signal } }));
  });
  const { stdin, stdout, stderr } = pipesOf(child);
  // A helper that is gone is told by its exit; the broken pipe says nothing more.
  stdin.on('error', () => undefined);
  stderr.on('data', (chunk: Buffer) => void (counts.strayBytes += chunk.length));
  stdout.on('data', (chunk: Buffer) => {
    try {
      for (const frame of reader.push(chunk)) take(frame);
    } catch (error) {
      die(error instanceof FaultError ? error : new FaultError('helper.died', { cause: error }));
    }
  });

  function send(type: RequestType, fields: readonly RequestField[], limitMs: number): Promise<AnswerFrame> {
    return new Promise((resolve, reject) => {
      if (death !== undefined) {
        reject(death);
        return;
      }
      counts.calls += 1;
      const number = counts.calls % MOST_CALL_NUMBER;
      const request = encodeRequest(type, number, fields);
      const timer = setTimeout(() => die(new FaultError('helper.timed_out', { detail: { ms: limitMs } })), limitMs);
      pending = { type, number, resolve, reject, timer };
      // It may hold a secret; once the pipe has it, this copy is not needed.
      stdin.write(request, () => request.fill(0));
    });
  }

  return {
    get pid() {
      return child.pid;
    },
    get isAlive() {
      return death === undefined;
    },
    get calls() {
      return counts.calls;
    },
    get memoryBytes() {
      return counts.memoryBytes;
    },
    get strayBytes() {
      return counts.strayBytes;
    },
    ended,
    call(type, fields, limitMs) {
      const answer = turn.then(() => send(type, fields, limitMs));
      turn = answer.catch(() => undefined);
      return answer;
    },
    async end(graceMs) {
      death ??= new FaultError('helper.died', { detail: { ended: 'by_us' } });
      stdin.end();
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
    },
    async kill() {
      die(new FaultError('helper.died', { detail: { ended: 'by_us' } }));
      await ended;
    },
  };
}

function pipesOf({ stdin, stdout, stderr }: ChildProcess): { stdin: Writable; stdout: Readable; stderr: Readable } {
  if (stdin === null || stdout === null || stderr === null)
    throw new FaultError('helper.died', { detail: { start: 'failed' } });
  return { stdin, stdout, stderr };
}
