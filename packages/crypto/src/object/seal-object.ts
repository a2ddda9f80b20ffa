import { randomBytes } from 'node:crypto';
import type { RandomSource } from '../random-source.ts';
import { KIND, makeHeader } from '../sealing/header.ts';
import { createChunkCipher } from './chunk-cipher.ts';
import { cutChunks } from './cut-chunks.ts';
import { CHUNK_BYTES, FILE_ID_BYTES } from './object-size.ts';

/**
 * A transform that seals one object as it streams: header(4) ‖ file id(16) ‖ chunks of 64 KiB, each with its tag.
 * `aad` is `tenant|object name`: an object under another name does not open. Each call takes a new file id,
 * so sealing the same bytes twice gives different bytes.
 */
export function createObjectSealer(
  key: Uint8Array,
  aad: string,
  random: RandomSource = randomBytes,
): (plaintext: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
  return async function* sealObject(plaintext) {
    const header = makeHeader(KIND.object);
    const fileId = random(FILE_ID_BYTES);
    const cipher = createChunkCipher(key, header, fileId, aad);
    yield Buffer.concat([header, fileId]);
    let index = 0;
    for await (const { bytes, isLast } of cutChunks(plaintext, CHUNK_BYTES)) yield cipher.seal(index++, isLast, bytes);
  };
}
