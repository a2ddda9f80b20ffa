import type { CopyFault } from '@highwater/domain';
import type { Answer } from './answer.ts';
import type { Command, Confinement } from './command.ts';
import { LIMITS } from './limits.ts';
import { createAnswerReader } from './read-answer.ts';
import { runProcess, type ProcessEnding } from './run-process.ts';
import type { ProcessUse } from './watch-process.ts';

/** Signals of the kernel's limits, and of an engine that got no more memory. All else is a program that broke. */
const LIMIT_SIGNALS: ReadonlySet<string | null> = new Set(['SIGKILL', 'SIGXCPU', 'SIGXFSZ', 'SIGABRT', 'SIGTRAP']);

/**
 * Has one file decoded by a process of its own. Rejects as runProcess does, and when the process ended before it was
 * ready: then this machine is at fault, not the file.
 */
export async function runJob(
  job: {
    /** See decodeCommand. */
    readonly command: Command;
    readonly size: number;
    readonly bytes: AsyncIterable<Uint8Array>;
    readonly confinement: Confinement;
  },
  signal?: AbortSignal,
): Promise<{ readonly answer: Answer; readonly use: ProcessUse }> {
  const { command, size, bytes, confinement } = job;
  const reader = createAnswerReader();
  const ending = await runProcess(
    {
      command,
      confinement,
      dataBytes: confinement.idleBytes === undefined ? undefined : confinement.idleBytes + LIMITS.growthBytes,
      input: bytes,
      mostInputBytes: size,
      take: (chunk) => reader.push(chunk),
    },
    signal,
  );
  if (!reader.isReady && ending.stopped === undefined) {
    throw new Error(`a process for copies did not start: ${ending.signal ?? ending.code}`);
  }
  return { answer: nameEnding(ending) ?? reader.finish() ?? { absent: 'copy.unreadable' }, use: ending.use };
}

function nameEnding({ code, signal, stopped }: ProcessEnding): { readonly absent: CopyFault } | undefined {
  if (stopped === 'memory' || stopped === 'time') return { absent: 'copy.too_costly' };
  if (stopped !== undefined) return { absent: 'copy.unreadable' };
  if (LIMIT_SIGNALS.has(signal)) return { absent: 'copy.too_costly' };
  return code === 0 ? undefined : { absent: 'copy.unreadable' };
}
