import { createCipheriv, createHash } from 'node:crypto';
import type { FileSource } from '../envelope/media-cipher.ts';

const BLOCK = 16;

/** A file of noise of any size that can be read from any place; the same seed gives the same bytes. */
export function createNoiseFile(seed: string, size: number): FileSource {
  const key = createHash('sha256').update(seed).digest().subarray(0, 16);
  return {
    size,
    read(start, end) {
      const skip = start % BLOCK;
      const counter = Buffer.alloc(BLOCK);
      counter.writeBigUInt64BE(BigInt((start - skip) / BLOCK), 8);
      const stream = createCipheriv('aes-128-ctr', key, counter);
      return stream.update(Buffer.alloc(end - start + skip)).subarray(skip);
    },
  };
}
