import { FaultError } from '@highwater/domain';
import { cutChunks } from './cut-chunks.ts';
import { CHUNK_BYTES, countChunks, OBJECT_HEADER_BYTES, plainObjectSize, SEALED_CHUNK_BYTES } from './object-size.ts';
import { readObjectHeader } from './read-object-header.ts';

/** Sealed bytes from `start` to `end`, both inclusive. */
export type ReadRange = (start: number, end: number) => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;

/**
 * Plain bytes `start` to `end` (inclusive), reading only the header and the chunks that hold them.
 * `sealedSize` comes from the store: an object cut off at a chunk's border is noticed when its new last chunk is read
 * or the range lies behind its end, so take ranges from the size on record, not from the store.
 * Throws `object.damaged`, also for a range behind the end; RangeError for a range that is none.
 */
export async function* openObjectRange(
  key: Uint8Array,
  aad: string,
  readRange: ReadRange,
  sealedSize: number,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start) {
    throw new RangeError('a range runs from 0 or more to its start or more');
  }
  if (end >= plainObjectSize(sealedSize)) throw new FaultError('object.damaged');
  const lastIndex = countChunks(sealedSize) - 1;
  const cipher = readObjectHeader(key, aad, await readAll(readRange(0, OBJECT_HEADER_BYTES - 1), OBJECT_HEADER_BYTES));

  const firstChunk = Math.floor(start / CHUNK_BYTES);
  const finalChunk = Math.floor(end / CHUNK_BYTES);
  const sealedStart = OBJECT_HEADER_BYTES + firstChunk * SEALED_CHUNK_BYTES;
  const sealedEnd = Math.min(OBJECT_HEADER_BYTES + (finalChunk + 1) * SEALED_CHUNK_BYTES, sealedSize) - 1;
  let index = firstChunk;
  for await (const { bytes } of cutChunks(await readRange(sealedStart, sealedEnd), SEALED_CHUNK_BYTES)) {
    if (index > finalChunk) throw new FaultError('object.damaged');
    const plaintext = cipher.open(index, index === lastIndex, bytes);
    const from = index === firstChunk ? start - index * CHUNK_BYTES : 0;
    const until = index === finalChunk ? end - index * CHUNK_BYTES + 1 : plaintext.length;
    index += 1;
    yield plaintext.subarray(from, until);
  }
  if (index !== finalChunk + 1) throw new FaultError('object.damaged');
}

async function readAll(range: ReturnType<ReadRange>, atMost: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of await range) {
    parts.push(part);
    size += part.length;
    if (size > atMost) throw new FaultError('object.damaged');
  }
  return Buffer.concat(parts);
}
