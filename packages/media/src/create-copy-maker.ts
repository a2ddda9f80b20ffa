import { Readable } from 'node:stream';
import type { CopyMaker, CopyName, MadeCopy } from '@highwater/domain';
import type { CopySource } from './copies.ts';
import { planCopies, type CopyPlan } from './plan-copies.ts';
import type { Answer } from './process/answer.ts';
import { createTurns } from './process/create-turns.ts';
import { decodeCommand } from './process/node-command.ts';
import { probeSandbox, type SandboxLayers } from './process/probe-sandbox.ts';
import { runJob } from './process/run-job.ts';
import { takeFrame } from './process/take-frame.ts';

/** Each may take 256 MiB and one core; more at once would be no faster on small machines. */
const AT_ONCE = 2;

export interface CopyMakerSettings {
  /** Path of an ffmpeg; without it there are no posters. */
  readonly ffmpeg?: string | undefined;
  /** Told once, before the first copy, which layers this system gives. */
  readonly noteLayers?: (layers: SandboxLayers) => void;
}

/** Costs nothing until the first copy: how processes can be started is found out then, and again after a failure. */
export function createCopyMaker(settings: CopyMakerSettings): CopyMaker {
  const turns = createTurns(AT_ONCE);
  const closing = new AbortController();
  let sandbox: ReturnType<typeof probeSandbox> | undefined;

  function getSandbox(): ReturnType<typeof probeSandbox> {
    sandbox ??= probeSandbox().then(
      (found) => {
        settings.noteLayers?.(found.layers);
        return found;
      },
      (error: unknown) => {
        sandbox = undefined;
        throw error;
      },
    );
    return sandbox;
  }

  async function makeOne(plan: CopyPlan, source: CopySource, signal: AbortSignal): Promise<MadeCopy> {
    const { copy, kind, mostBytes } = plan;
    if (copy === 'poster') return makePoster(source, signal);
    if (kind === undefined) return { copy, state: 'absent', fault: 'copy.no_decoder' };
    if (source.size > mostBytes) return { copy, state: 'absent', fault: 'copy.too_costly' };
    const { confinement } = await getSandbox();
    const { answer } = await runJob(
      { command: decodeCommand(kind, source.size), size: source.size, bytes: source.bytes, confinement },
      signal,
    );
    return nameCopy(copy, answer);
  }

  /** By two processes: what ffmpeg gives is foreign bytes too. */
  async function makePoster(source: CopySource, signal: AbortSignal): Promise<MadeCopy> {
    if (settings.ffmpeg === undefined) return { copy: 'poster', state: 'absent', fault: 'copy.no_decoder' };
    const { confinement } = await getSandbox();
    const frame = await takeFrame({ ffmpeg: settings.ffmpeg, source, confinement }, signal);
    if ('absent' in frame) return { copy: 'poster', state: 'absent', fault: frame.absent };
    const { jpeg } = frame;
    const command = decodeCommand('picture', jpeg.byteLength);
    const job = { command, size: jpeg.byteLength, bytes: Readable.from([jpeg]), confinement };
    return nameCopy('poster', (await runJob(job, signal)).answer);
  }

  return {
    wants(contentType, fileName) {
      const plan = planCopies(contentType, fileName);
      return plan === undefined ? [] : [plan.copy];
    },
    async make(source, signal) {
      const plan = planCopies(source.contentType, source.fileName);
      if (plan === undefined) return [];
      const either = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]);
      return turns.take(async () => [await makeOne(plan, source, either)], either);
    },
    async close() {
      closing.abort(new Error('the copy maker is closed'));
      await turns.idle();
    },
  };
}

/** An answer that does not fit what was asked for is no answer. */
function nameCopy(copy: CopyName, answer: Answer): MadeCopy {
  if ('absent' in answer) return { copy, state: 'absent', fault: answer.absent };
  if (copy === 'audio' && answer.made === 'audio') {
    return { copy, state: 'made', bytes: answer.body, contentType: 'audio/wav', detail: answer.detail };
  }
  if ((copy === 'thumbnail' || copy === 'poster') && answer.made === 'picture') {
    return { copy, state: 'made', bytes: answer.body, contentType: 'image/webp', detail: answer.detail };
  }
  if (copy === 'text' && answer.made === 'text') {
    return { copy, state: 'made', text: Buffer.from(answer.body).toString('utf8'), detail: answer.detail };
  }
  return { copy, state: 'absent', fault: 'copy.unreadable' };
}
