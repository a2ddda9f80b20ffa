import { createDecipheriv, createSecretKey } from 'node:crypto';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const BLOCK = 16;

/**
 * base64( IV ‖ AES-256-CBC with PKCS#7 ) under a 32-byte key. Null when the text is not base64 of whole blocks
 * or the padding is wrong; there is no integrity check in this format.
 */
export function unsealText(key: Uint8Array, sealed: string): Buffer | null {
  if (sealed.length % 4 !== 0 || !BASE64.test(sealed)) return null;
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < 2 * BLOCK || bytes.length % BLOCK !== 0) return null;
  const decipher = createDecipheriv('aes-256-cbc', createSecretKey(key), bytes.subarray(0, BLOCK));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(BLOCK)), decipher.final()]);
  } catch {
    return null;
  }
}
