import type { CopyFault } from '@highwater/domain';
import type { CopySource } from '../copies.ts';
import type { Confinement } from './command.ts';
import { canHoldInMemory, holdInMemory } from './hold-in-memory.ts';
import { LIMITS, MOST } from './limits.ts';
import { runProcess, type ProcessEnding } from './run-process.ts';
import type { ProcessUse } from './watch-process.ts';

/** How ffmpeg calls what the types mean. Named to it, so that it tries nothing else on the bytes, playlists least of all. */
const CONTAINERS: ReadonlyMap<string, string> = new Map([
  ['video/mp4', 'mov'],
  ['video/quicktime', 'mov'],
  ['video/3gpp', 'mov'],
  ['video/webm', 'matroska'],
  ['video/x-msvideo', 'avi'],
]);
/** What a shell says when the program is not there or may not run. */
const NOT_RUNNABLE = new Set([126, 127]);

export type Frame =
  | { readonly jpeg: Uint8Array; readonly use: ProcessUse }
  | { readonly absent: CopyFault; readonly use?: ProcessUse };

/** A video's first frame, upright, as JPEG, by ffmpeg under the same limits as every process for copies. */
export async function takeFrame(
  job: { readonly ffmpeg: string; readonly source: CopySource; readonly confinement: Confinement },
  signal?: AbortSignal,
): Promise<Frame> {
  const container = CONTAINERS.get(job.source.contentType);
  if (container === undefined || !canHoldInMemory()) return { absent: 'copy.no_decoder' };
  const file = await holdInMemory(job.source.bytes, MOST.videoBytes, signal);
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    const ending = await runProcess(
      {
        command: { program: job.ffmpeg, args: listArguments(container) },
        confinement: job.confinement,
        dataBytes: LIMITS.programBytes,
        input: nothing(),
        mostInputBytes: 0,
        file: file.fd,
        take(chunk) {
          chunks.push(chunk);
          size += chunk.length;
          return size <= MOST.frameBytes;
        },
      },
      signal,
    );
    const { use } = ending;
    if (ending.code === 0 && size > 0 && ending.stopped === undefined) return { jpeg: Buffer.concat(chunks), use };
    return { absent: nameEnding(ending, job.source.size > MOST.videoBytes), use };
  } finally {
    await file.close();
  }
}

function listArguments(container: string): readonly string[] {
  const quiet = ['-nostdin', '-hide_banner', '-loglevel', 'quiet'];
  const input = ['-threads', '1', '-protocol_whitelist', 'file', '-f', container, '-i', '/dev/fd/3'];
  return [
    ...quiet,
    ...input,
    '-an',
    '-sn',
    '-dn',
    '-frames:v',
    '1',
    '-threads',
    '1',
    '-c:v',
    'mjpeg',
    '-q:v',
    '4',
    '-f',
    'image2pipe',
    'pipe:1',
  ];
}

function nameEnding({ code, signal, stopped }: ProcessEnding, isCut: boolean): CopyFault {
  if (code !== null && NOT_RUNNABLE.has(code)) return 'copy.no_decoder';
  if (isCut || stopped !== undefined || signal === 'SIGKILL' || signal === 'SIGXCPU') return 'copy.too_costly';
  return 'copy.unreadable';
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // All of it is in the file.
}
