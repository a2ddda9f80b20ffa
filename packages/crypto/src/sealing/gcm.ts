import { createCipheriv, createDecipheriv } from 'node:crypto';
import { FaultError } from '@highwater/domain';
import { checkKeySize, TAG_BYTES } from './header.ts';
import { prepareKey } from './prepared-key.ts';

/** Ciphertext followed by the 16-byte tag. A nonce must never be used twice with one key. */
export function encryptGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  aad: readonly Uint8Array[],
  plaintext: Uint8Array,
): Uint8Array[] {
  checkKeySize(key);
  const cipher = createCipheriv('aes-256-gcm', prepareKey(key), nonce);
  for (const part of aad) cipher.setAAD(part);
  const ciphertext = cipher.update(plaintext);
  cipher.final();
  return [ciphertext, cipher.getAuthTag()];
}

/** Opens ciphertext ‖ tag. Throws `object.damaged` for another key, other additional data or changed bytes. */
export function decryptGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  aad: readonly Uint8Array[],
  sealed: Uint8Array,
): Uint8Array {
  checkKeySize(key);
  if (sealed.length < TAG_BYTES) throw new FaultError('object.damaged');
  const decipher = createDecipheriv('aes-256-gcm', prepareKey(key), nonce, { authTagLength: TAG_BYTES });
  for (const part of aad) decipher.setAAD(part);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plaintext = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
  } catch (cause) {
    throw new FaultError('object.damaged', { cause });
  }
  return plaintext;
}
