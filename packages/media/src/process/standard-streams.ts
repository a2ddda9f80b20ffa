import { readSync, writeSync } from 'node:fs';

const STDIN = 0;
const STDOUT = 1;
const PAUSE_MS = 1;
const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * All of standard input. Throws a RangeError when it is not exactly as long as was said: what is short was cut off on
 * its way and is not this file.
 */
export function readInput(size: number): Uint8Array {
  // No Buffer: some decoders refuse them.
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size;) {
    const count = insist(() => readSync(STDIN, bytes, at, size - at, null));
    if (count === 0) throw new RangeError('the input ended early');
    at += count;
  }
  return bytes;
}

export function writeOutput(parts: readonly Uint8Array[]): void {
  for (const part of parts) {
    for (let at = 0; at < part.byteLength;) at += insist(() => writeSync(STDOUT, part, at, part.byteLength - at));
  }
}

/** Pipes that are not to block say "again" when the other side is slower; which ones do not is up to the system. */
function insist(work: () => number): number {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, PAUSE_MS);
    }
  }
}
