import { hkdfSync } from 'node:crypto';
import { decryptGcm, encryptGcm } from '../sealing/gcm.ts';
import { checkKeySize, KEY_BYTES, NONCE_BYTES } from '../sealing/header.ts';

export interface ChunkCipher {
  seal(index: number, isLast: boolean, plaintext: Uint8Array): Uint8Array;
  /** Throws `object.damaged`: changed, moved, of another object, or not (or unexpectedly) the last one. */
  open(index: number, isLast: boolean, sealed: Uint8Array): Uint8Array;
}

/**
 * The chunks of one object (STREAM construction): a key of its own from the random file id in `fileHeader`,
 * nonce = chunk number (11 bytes, big-endian) ‖ last flag. `aad` names the object (`tenant|object name`).
 */
export function createChunkCipher(
  key: Uint8Array,
  fileHeader: Uint8Array,
  fileId: Uint8Array,
  aad: string,
): ChunkCipher {
  checkKeySize(key);
  const fileKey = new Uint8Array(hkdfSync('sha256', key, fileId, 'highwater/v1/object-file', KEY_BYTES));
  const additional = [fileHeader, Buffer.from(aad, 'utf8')];

  function nonceOf(index: number, isLast: boolean): Uint8Array {
    const nonce = Buffer.alloc(NONCE_BYTES);
    nonce.writeUIntBE(index, NONCE_BYTES - 7, 6);
    nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
    return nonce;
  }

  return {
    seal: (index, isLast, plaintext) =>
      Buffer.concat(encryptGcm(fileKey, nonceOf(index, isLast), additional, plaintext)),
    open: (index, isLast, sealed) => decryptGcm(fileKey, nonceOf(index, isLast), additional, sealed),
  };
}
