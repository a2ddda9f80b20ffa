import { type CorpCredentials, FaultError } from '@highwater/domain';
import { type AnswerFrame, REQUEST, type RequestField, type RequestType } from './frames.ts';
import { type HelperProcess, type HelperProgram, startHelperProcess } from './helper-process.ts';

export interface SeatSettings {
  readonly mostCalls: number;
  readonly mostMemoryBytes: number;
  readonly graceMs: number;
  readonly start: () => Promise<HelperProgram>;
  readonly noteRestart: () => void;
}

/** A place for one process of one corp: never more than one at a time, and a new one after a death. */
export interface HelperSeat {
  readonly key: string;
  readonly corpId: string;
  state: 'leased' | 'idle' | 'ending';
  /** Resolves with a process that has its handle; throws as `HelperPool.lease` does. */
  ready(): Promise<HelperProcess>;
  call(type: RequestType, fields: readonly RequestField[], limitMs: number): Promise<AnswerFrame>;
  /** Alive and not worn out: worth keeping for the next lease. */
  isFit(): boolean;
  /** Ends or kills what runs and resolves when it is gone. */
  leave(how: 'end' | 'kill'): Promise<void>;
}

export function openSeat(key: string, corp: CorpCredentials, settings: SeatSettings): HelperSeat {
  let running: HelperProcess | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  function isWorn({ calls, memoryBytes }: HelperProcess): boolean {
    return calls >= settings.mostCalls || memoryBytes >= settings.mostMemoryBytes;
  }

  async function start(): Promise<HelperProcess> {
    if (running?.isAlive && !isWorn(running)) return running;
    if (running !== undefined) await replace(running);
    const program = await settings.start();
    if (seat.state === 'ending') throw new FaultError('helper.died', { detail: { ended: 'by_us' } });
    const started = startHelperProcess(program);
    running = started;
    const { code } = await started.call(REQUEST.init, [corp.corpId, corp.archiveSecret], settings.graceMs);
    if (code !== 0) throw new FaultError('wecom.arguments', { detail: { code } });
    return started;
  }

  async function replace(worn: HelperProcess): Promise<void> {
    if (worn.isAlive) settings.noteRestart();
    await worn.end(settings.graceMs);
  }

  const seat: HelperSeat = {
    key,
    corpId: corp.corpId,
    state: 'leased',
    ready: start,
    call(type, fields, limitMs) {
      // One after the other also while a process is replaced.
      const answer = turn.then(async () => {
        const helper = await start();
        try {
          return await helper.call(type, fields, limitMs);
        } catch (error) {
          if (!helper.isAlive && seat.state !== 'ending') settings.noteRestart();
          throw error;
        }
      });
      turn = answer.catch(() => undefined);
      return answer;
    },
    isFit: () => running !== undefined && running.isAlive && !isWorn(running),
    async leave(how) {
      seat.state = 'ending';
      if (running === undefined) return;
      if (how === 'end' && running.isAlive && isWorn(running)) settings.noteRestart();
      await (how === 'end' ? running.end(settings.graceMs) : running.kill());
    },
  };
  return seat;
}
