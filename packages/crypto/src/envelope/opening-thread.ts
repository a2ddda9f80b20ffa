import type { KeyObject } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { openBatch, tryReadKey } from './open-batch.ts';
import type { OpenedItem, OpeningBatch } from './opening-batch.ts';

// Entry of one worker thread of the opening pool.

/** The first operation of a private key costs as much as two more: keys stay while the batches that bring them do. */
const KEYS_HELD = 4;
const HELD_MS = 10_000;

export interface ThreadReply {
  /** Plaintexts one after the other, handed over without copying. */
  readonly bytes: Uint8Array;
  /** Per item: length in `bytes`, or the fault. */
  readonly outcomes: readonly (number | Extract<OpenedItem, { opened: false }>['fault'])[];
}

const held = new Map<string, KeyObject>();
const forget = setTimeout(() => held.clear(), HELD_MS).unref();

function readHeldKey(pem: string): KeyObject | null {
  const known = held.get(pem);
  if (known !== undefined) return known;
  const key = tryReadKey(pem);
  if (key === null) return null;
  if (held.size >= KEYS_HELD) held.clear();
  held.set(pem, key);
  return key;
}

const port = parentPort;
port?.on('message', (batch: OpeningBatch) => {
  const results = openBatch(batch, readHeldKey);
  forget.refresh();
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
