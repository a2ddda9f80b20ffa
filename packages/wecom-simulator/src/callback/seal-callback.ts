import { createCipheriv, createHash, randomBytes } from 'node:crypto';

const PADDED_TO = 32;

/** The enciphered part of a callback, base64, as WeCom makes it for `receiveId`. */
export function sealCallback(encodingAesKey: string, message: string, receiveId: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(receiveId)]);
  const missing = PADDED_TO - (plain.length % PADDED_TO);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  cipher.setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])),
    cipher.final(),
  ]).toString('base64');
}

/** `msg_signature` of a callback. */
export function signCallback(
  token: string,
  parts: { readonly timestamp: string; readonly nonce: string; readonly encrypt: string },
): string {
  const sorted = [token, parts.timestamp, parts.nonce, parts.encrypt].sort();
  return createHash('sha1').update(sorted.join('')).digest('hex');
}
