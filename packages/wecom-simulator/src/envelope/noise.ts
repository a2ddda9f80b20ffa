import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * Bytes that look random. The same seed gives the same bytes, so that a message asked for twice is sealed to the
 * same envelope: WeCom stores envelopes, it does not make new ones for every pull.
 */
export interface Noise {
  bytes(length: number): Buffer;
  /** An integer from `min` to `max`, both inclusive; `max - min` below 65,536. */
  integer(min: number, max: number): number;
  /** `length` characters of `alphabet`, which is ASCII. */
  text(length: number, alphabet: string): string;
}

const BLOCK = 2048;

/** Noise from a seed; without one, from the system's randomness. */
export function createNoise(seed: string | Uint8Array = randomBytes(32)): Noise {
  const stream = createCipheriv('aes-256-ctr', createHash('sha256').update(seed).digest(), Buffer.alloc(16));
  let pool = Buffer.alloc(0);

  function bytes(length: number): Buffer {
    if (pool.length < length) pool = Buffer.concat([pool, stream.update(Buffer.alloc(Math.max(BLOCK, length)))]);
    const taken = pool.subarray(0, length);
    pool = pool.subarray(length);
    return taken;
  }

  return {
    bytes,
    integer: (min, max) => min + (bytes(4).readUInt32BE() % (max - min + 1)),
    text: (length, alphabet) => {
      const codes = bytes(length).map((byte) => alphabet.charCodeAt(byte % alphabet.length));
      return Buffer.from(codes).toString('latin1');
    },
  };
}
