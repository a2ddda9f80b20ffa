import { parentPort } from 'node:worker_threads';
import { openBatch } from './open-batch.ts';
import type { OpenedItem, OpeningBatch } from './opening-batch.ts';

/** Entry of one worker thread of the opening pool. Holds no key beyond the batch that brought it. */
export interface ThreadReply {
  /** Plaintexts one after the other, handed over without copying. */
  readonly bytes: Uint8Array;
  /** Per item: length in `bytes`, or the fault. */
  readonly outcomes: readonly (number | Extract<OpenedItem, { opened: false }>['fault'])[];
}

const port = parentPort;
port?.on('message', (batch: OpeningBatch) => {
  const results = openBatch(batch);
  const bytes = new Uint8Array(results.reduce((size, item) => size + (item.opened ? item.plaintext.length : 0), 0));
  let at = 0;
  const outcomes = results.map((item) => {
    if (!item.opened) return item.fault;
    bytes.set(item.plaintext, at);
    at += item.plaintext.length;
    return item.plaintext.length;
  });
  const reply: ThreadReply = { bytes, outcomes };
  port.postMessage(reply, [bytes.buffer]);
});
