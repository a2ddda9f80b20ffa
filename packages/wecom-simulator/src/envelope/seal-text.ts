import { createCipheriv, createDecipheriv } from 'node:crypto';

const IV_BYTES = 16;

/** base64( IV ‖ AES-256-CBC with PKCS#7 ); the key is 32 raw bytes. */
export function sealText(key: Uint8Array, iv: Uint8Array, data: Uint8Array): string {
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(data), cipher.final()]).toString('base64');
}

/** Reverse of sealText with the IV it used; undefined when the text is not exact base64, too short, or its padding is wrong. */
export function openText(key: Uint8Array, text: string): { iv: Buffer; data: Buffer } | undefined {
  const sealed = Buffer.from(text, 'base64');
  if (sealed.toString('base64') !== text || sealed.length <= IV_BYTES) return undefined;
  const iv = sealed.subarray(0, IV_BYTES);
  const decipher = createDecipheriv('aes-256-cbc', key, iv);
  try {
    return { iv, data: Buffer.concat([decipher.update(sealed.subarray(IV_BYTES)), decipher.final()]) };
  } catch {
    return undefined;
  }
}
