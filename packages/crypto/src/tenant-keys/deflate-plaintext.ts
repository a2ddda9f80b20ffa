import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { FaultError } from '@highwater/domain';

/** More than WeCom's largest message by far; a forged row must not fill the memory. */
const LARGEST_PLAINTEXT = 64 * 1024 * 1024;

/** Below this deflate takes a tenth off a message, for a twentieth of all that opening and keeping it costs. */
const LEAST_DEFLATED = 512;

/**
 * Raw deflate. A short text becomes one stored block (RFC 1951, 3.2.4). zlib takes 268 KB for every call, and Node 16 KB
 * for the result, unless told how little there is to look back on.
 */
export function deflatePlaintext(plaintext: Uint8Array): Uint8Array {
  const size = plaintext.length;
  if (size >= LEAST_DEFLATED) {
    return deflateRawSync(plaintext, size <= 4096 ? { windowBits: 12, memLevel: 5, chunkSize: size + 64 } : {});
  }
  const block = Buffer.allocUnsafe(5 + size);
  block.writeUInt8(1, 0);
  block.writeUInt16LE(size, 1);
  block.writeUInt16LE(0xffff - size, 3);
  block.set(plaintext, 5);
  return block;
}

/** What `deflatePlaintext` made of it. Throws `object.damaged`. */
export function inflatePlaintext(deflated: Uint8Array): Buffer {
  try {
    return inflateRawSync(deflated, { maxOutputLength: LARGEST_PLAINTEXT });
  } catch (cause) {
    throw new FaultError('object.damaged', { cause });
  }
}
