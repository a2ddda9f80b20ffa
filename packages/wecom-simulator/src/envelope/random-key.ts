import { constants, privateDecrypt, publicEncrypt, type KeyObject } from 'node:crypto';
import type { Noise } from './noise.ts';

/**
 * RSA-2048 with PKCS#1 v1.5, as base64. The padding is made here and not by OpenSSL, because an envelope that is
 * asked for twice must have the same bytes twice.
 */
export function encryptRandomKey(publicKey: KeyObject, encryptKey: string, noise: Noise): string {
  const block = Buffer.alloc(256);
  const text = Buffer.from(encryptKey);
  const padding = block.length - 3 - text.length;
  if (padding < 8) throw new RangeError('the text is too long for one RSA block');
  block[1] = 2;
  // Padding bytes are never zero: a zero ends the padding.
  block.set(
    noise.bytes(padding).map((byte) => 1 + (byte % 255)),
    2,
  );
  text.copy(block, 3 + padding);
  return publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, block).toString('base64');
}

/** The text inside encrypt_random_key. With a wrong key the result is noise, not an error. */
export function decryptRandomKey(privateKey: KeyObject, encryptRandomKey: string): string {
  const sealed = Buffer.from(encryptRandomKey, 'base64');
  return privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, sealed).toString();
}
