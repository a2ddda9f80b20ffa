import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 12 * 512;

let pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

/** Random bytes of the system, drawn for many at once; each byte is given out once. At most 6 KB. */
export function drawNonce(size: number): Uint8Array {
  if (used + size > POOL_BYTES) {
    // A new array: the old one's parts may still be in use.
    pool = randomFillSync(new Uint8Array(POOL_BYTES));
    used = 0;
  }
  const nonce = pool.subarray(used, used + size);
  used += size;
  return nonce;
}
