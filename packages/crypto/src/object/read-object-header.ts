import { FaultError } from '@highwater/domain';
import { checkHeader, HEADER_BYTES, KIND } from '../sealing/header.ts';
import { createChunkCipher, type ChunkCipher } from './chunk-cipher.ts';
import { OBJECT_HEADER_BYTES } from './object-size.ts';

/** The cipher for the chunks behind `headerBytes` (the first 20 of an object). Throws `object.damaged`. */
export function readObjectHeader(key: Uint8Array, aad: string, headerBytes: Uint8Array): ChunkCipher {
  checkHeader(headerBytes, KIND.object, OBJECT_HEADER_BYTES);
  if (headerBytes.length !== OBJECT_HEADER_BYTES) throw new FaultError('object.damaged');
  return createChunkCipher(key, headerBytes.subarray(0, HEADER_BYTES), headerBytes.subarray(HEADER_BYTES), aad);
}
