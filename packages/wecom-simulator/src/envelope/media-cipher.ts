import { createCipheriv, createDecipheriv } from 'node:crypto';

/** A file that can be read in pieces, so that a large one never stands in memory. */
export interface FileSource {
  readonly size: number;
  /** Bytes from `start` up to but not including `end`, both within the file. */
  read(start: number, end: number): Uint8Array;
}

const BLOCK = 16;

/** Size of the file at rest: AES blocks with PKCS#7, so always at least one byte more. */
export function sealedSize(size: number): number {
  return size + BLOCK - (size % BLOCK);
}

/** Bytes `first` to `last` (inclusive) of the file at rest: AES-128-ECB over the whole file, key as 32 hex characters. */
export function sealFileRange(file: FileSource, aesKey: string, first: number, last: number): Buffer {
  const start = first - (first % BLOCK);
  const end = last - (last % BLOCK) + BLOCK;
  const blocks = Buffer.alloc(end - start, BLOCK - (file.size % BLOCK));
  blocks.set(file.read(Math.min(start, file.size), Math.min(end, file.size)));
  const cipher = createCipheriv('aes-128-ecb', Buffer.from(aesKey, 'hex'), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(blocks), cipher.final()]).subarray(first - start, last - start + 1);
}

/** The whole file back from its bytes at rest; throws when the padding is wrong. */
export function openFile(sealed: Uint8Array, aesKey: string): Buffer {
  const decipher = createDecipheriv('aes-128-ecb', Buffer.from(aesKey, 'hex'), null);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}
