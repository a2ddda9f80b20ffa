import { createHash } from 'node:crypto';

/** The seq after `last`: mostly the next number, now and then one to three are left out, decided by seed and place. */
export function nextSeq(last: bigint, seed: string): bigint {
  const hash = createHash('sha256').update(`${seed}|seq|${last}`).digest();
  const hole = hash.readUInt8(0) < 11 ? 1 + (hash.readUInt8(1) % 3) : 0;
  return last + 1n + BigInt(hole);
}
