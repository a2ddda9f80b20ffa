import { FaultError } from '@highwater/domain';
import { HEADER_BYTES, TAG_BYTES } from '../sealing/header.ts';

export const FILE_ID_BYTES = 16;
/** Header and file id. */
export const OBJECT_HEADER_BYTES = HEADER_BYTES + FILE_ID_BYTES;
/** 64 KiB: 0.03% overhead, and a range read opens little that was not asked for. */
export const CHUNK_BYTES = 65_536;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

/** How many chunks `sealedSize` bytes hold. Throws `object.damaged` for sizes that no object has. */
export function countChunks(sealedSize: number): number {
  const body = sealedSize - OBJECT_HEADER_BYTES;
  const chunks = Math.ceil(body / SEALED_CHUNK_BYTES);
  const lastChunk = body - (chunks - 1) * SEALED_CHUNK_BYTES;
  // Only an empty object has an empty chunk.
  const leastLast = chunks === 1 ? TAG_BYTES : TAG_BYTES + 1;
  if (!Number.isSafeInteger(sealedSize) || chunks < 1 || lastChunk < leastLast) throw new FaultError('object.damaged');
  return chunks;
}

/** Bytes before sealing, from the bytes in the store. Throws `object.damaged` for sizes that no object has. */
export function plainObjectSize(sealedSize: number): number {
  return sealedSize - OBJECT_HEADER_BYTES - countChunks(sealedSize) * TAG_BYTES;
}

/** Bytes in the store for `plainSize` bytes. */
export function sealedObjectSize(plainSize: number): number {
  return OBJECT_HEADER_BYTES + plainSize + Math.max(1, Math.ceil(plainSize / CHUNK_BYTES)) * TAG_BYTES;
}
