import { constants, privateDecrypt, type KeyObject } from 'node:crypto';

/** 64 bytes (IV and three AES blocks) in base64: what every encrypt_key of the vendor's library looks like. */
const ENCRYPT_KEY_SHAPE = /^[A-Za-z0-9+/]{86}==$/;

/**
 * RSA step of an envelope: `encrypt_random_key` (base64, 344 characters for RSA-2048) to the 88-character `encrypt_key`.
 * Null when the key does not fit. OpenSSL's implicit rejection makes a wrong key return random bytes instead of
 * failing, so only the shape tells.
 */
export function openRandomKey(privateKey: KeyObject, encryptRandomKey: string): string | null {
  let opened: Buffer;
  try {
    opened = privateDecrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_PADDING },
      Buffer.from(encryptRandomKey, 'base64'),
    );
  } catch {
    return null;
  }
  const text = opened.toString('latin1');
  return ENCRYPT_KEY_SHAPE.test(text) ? text : null;
}
