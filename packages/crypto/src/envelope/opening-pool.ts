import { Worker } from 'node:worker_threads';
import { openBatch } from './open-batch.ts';
import type { OpenedItem, OpeningBatch, OpeningItem, OpeningPool } from './opening-batch.ts';
import type { ThreadReply } from './opening-thread.ts';

/** Small enough to keep all threads busy to the end of a page of 1,000, large enough that messaging costs nothing. */
const ITEMS_PER_TURN = 64;
/** What a batch leaves behind in a thread is collected soon, instead of after tens of MB. */
const YOUNG_MB = 8;
/** A thread that dies takes its turn with it; the turn is given to a new thread once. */
const ATTEMPTS = 2;

interface Turn {
  readonly batch: OpeningBatch;
  attemptsLeft: number;
  readonly resolve: (items: OpenedItem[]) => void;
  readonly reject: (error: Error) => void;
}

/** Opens pages of envelopes on `threads` worker threads; 0 opens them in this thread. */
export function createOpeningPool({ threads }: { threads: number }): OpeningPool {
  const waiting: Turn[] = [];
  const busy = new Map<Worker, Turn>();
  const idle: Worker[] = [];
  let closed = false;

  function startThread(): Worker {
    const worker = new Worker(new URL('./opening-thread.ts', import.meta.url), {
      env: {},
      stdin: false,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on('message', (reply: ThreadReply) => {
      const turn = busy.get(worker);
      busy.delete(worker);
      // An idle thread must not keep the process alive.
      worker.unref();
      idle.push(worker);
      turn?.resolve(unpackReply(reply));
      runNext();
    });
    worker.on('error', (error: Error) => loseThread(worker, error));
    worker.on('exit', () => loseThread(worker, new Error('an opening thread ended')));
    return worker;
  }

  function loseThread(worker: Worker, error: Error): void {
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
    const turn = busy.get(worker);
    if (turn === undefined) return;
    busy.delete(worker);
    turn.attemptsLeft -= 1;
    if (closed || turn.attemptsLeft === 0) turn.reject(error);
    else waiting.unshift(turn);
    runNext();
  }

  function runNext(): void {
    while (waiting.length > 0 && busy.size < threads && !closed) {
      const turn = waiting.shift();
      if (turn === undefined) return;
      const worker = idle.pop() ?? startThread();
      worker.ref();
      busy.set(worker, turn);
      worker.postMessage(turn.batch);
    }
  }

  function take(keys: OpeningBatch['keys'], items: readonly OpeningItem[]): Promise<OpenedItem[]> {
    const versions = new Set(items.map((item) => item.publickeyVer));
    // Whatever else an item holds need not be copied to a thread.
    const bare = items.map(({ publickeyVer, encryptRandomKey, encryptChatMsg }) => ({
      publickeyVer,
      encryptRandomKey,
      encryptChatMsg,
    }));
    const batch = { keys: keys.filter((key) => versions.has(key.version)), items: bare };
    return new Promise((resolve, reject) => {
      waiting.push({ batch, attemptsLeft: ATTEMPTS, resolve, reject });
    });
  }

  return {
    async open({ keys, items }) {
      if (closed) throw new Error('the opening pool is closed');
      if (threads === 0) return openBatch({ keys, items });
      const turns: Promise<OpenedItem[]>[] = [];
      for (let at = 0; at < items.length; at += ITEMS_PER_TURN) {
        turns.push(take(keys, items.slice(at, at + ITEMS_PER_TURN)));
      }
      runNext();
      return (await Promise.all(turns)).flat();
    },
    async close() {
      closed = true;
      const ended = new Error('the opening pool is closed');
      for (const turn of [...waiting.splice(0), ...busy.values()]) turn.reject(ended);
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}

function unpackReply({ bytes, outcomes }: ThreadReply): OpenedItem[] {
  let at = 0;
  return outcomes.map((outcome) => {
    if (typeof outcome !== 'number') return { opened: false, fault: outcome };
    const plaintext = bytes.subarray(at, at + outcome);
    at += outcome;
    return { opened: true, plaintext };
  });
}
