import { createDecipheriv, randomBytes } from 'node:crypto';
import { FaultError } from '@highwater/domain';

const BLOCK = 32;
const NOISE_BYTES = 16;
const LENGTH_BYTES = 4;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const TOKEN_LENGTH = 32;
const KEY_LENGTH = 43;

/** What WeCom's console asks for beside the address. */
export interface CallbackSecrets {
  /** 3 to 32 letters and digits. */
  readonly token: string;
  /** 43 letters and digits: 32 bytes in base64 without the `=`. */
  readonly encodingAesKey: string;
}

export function makeCallbackSecrets(): CallbackSecrets {
  return { token: randomText(TOKEN_LENGTH), encodingAesKey: randomText(KEY_LENGTH) };
}

export interface OpenedCallback {
  readonly message: Uint8Array;
  /** The corp, for events of a corp's own archive. */
  readonly receiveId: string;
}

/**
 * Opens the enciphered part of a callback (base64): AES-256-CBC, the key's first 16 bytes as IV, padded to 32 as PKCS#7
 * does; inside 16 bytes of noise, the message's length in 4 bytes big-endian, the message, the receiver.
 * Throws `callback.refused`. Check the signature first: only then what the padding says is not told to strangers.
 */
export function openCallback(encodingAesKey: string, encrypt: string): OpenedCallback {
  const plain = decipher(Buffer.from(`${encodingAesKey}=`, 'base64'), encrypt);
  const start = NOISE_BYTES + LENGTH_BYTES;
  if (plain.length < start) throw new FaultError('callback.refused');
  const end = start + plain.readUInt32BE(NOISE_BYTES);
  if (end > plain.length) throw new FaultError('callback.refused');
  return { message: plain.subarray(start, end), receiveId: plain.toString('utf8', end) };
}

function decipher(key: Buffer, encrypt: string): Buffer {
  const sealed = Buffer.from(encrypt, 'base64');
  if (sealed.length === 0 || sealed.length % BLOCK !== 0) throw new FaultError('callback.refused');
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([cipher.update(sealed), cipher.final()]);
  const padding = padded.at(-1) ?? 0;
  const isPadded = padding >= 1 && padding <= BLOCK && padded.subarray(-padding).every((byte) => byte === padding);
  if (!isPadded) throw new FaultError('callback.refused');
  return padded.subarray(0, -padding);
}

/** Letters and digits, each equally likely: bytes past the last whole round of the alphabet are thrown away. */
function randomText(length: number): string {
  const limit = 256 - (256 % LETTERS.length);
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length))
      if (byte < limit && text.length < length) text += LETTERS[byte % LETTERS.length];
  }
  return text;
}
