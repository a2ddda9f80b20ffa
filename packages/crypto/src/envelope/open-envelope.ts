import { FaultError } from '@highwater/domain';
import { readKeyInfo } from './read-key-info.ts';
import { unsealText } from './unseal-text.ts';

/** Characters before the payload: 13 without meaning, then the 32 of the key that opens `encrypt_key`. */
const KEY_START = 13;
const PAYLOAD_START = 45;
const KEY_BYTES = 32;
const NOT_ASCII = /\P{ASCII}/u;

/**
 * Opens an `encrypt_chat_msg` with the `encrypt_key` that RSA gave: the exact plaintext bytes.
 *
 * Throws FaultError, and nothing else, with `detail.code` = the vendor library's return code for the same input:
 * `key.wrong` (10008: the key does not open this message), `envelope.unreadable` (10005: the key info makes no sense;
 * 10006: the body does not open; 10008: too short to be an envelope).
 * The format has no integrity check: flipped bits away from the padding give damaged text, not an error.
 */
export function openEnvelope(encryptKey: string, encryptChatMsg: string): Uint8Array {
  // Lengths count bytes of the text; noise is normally ASCII, where characters and bytes are the same.
  const message = NOT_ASCII.test(encryptChatMsg)
    ? Buffer.from(encryptChatMsg, 'utf8').toString('latin1')
    : encryptChatMsg;
  if (message.length < PAYLOAD_START) throw unreadable(10008);

  const keyInfoBytes = unsealText(Buffer.from(message.slice(KEY_START, PAYLOAD_START), 'latin1'), encryptKey);
  if (keyInfoBytes === null) throw new FaultError('key.wrong', { detail: { code: 10008 } });
  const info = readKeyInfo(keyInfoBytes);
  if (info === null) throw unreadable(10005);

  const { preLength, endLength, noiseLength } = info;
  const restLength = message.length - PAYLOAD_START;
  if (noiseLength <= 0 || 2 * noiseLength >= message.length) throw unreadable(10005);
  if (preLength < 0 || preLength > restLength) throw unreadable(10005);
  const rest = message.slice(PAYLOAD_START + preLength);
  // The vendor's library ends its process here; for us it is one more key info that makes no sense.
  if (rest.length < noiseLength) throw unreadable(10005);
  const joined = rest.slice(0, noiseLength) + rest.slice(2 * noiseLength);
  if (endLength < 0 || endLength > joined.length) throw unreadable(10005);
  if (info.k1 === null) throw unreadable(10006);

  const key = new Uint8Array(KEY_BYTES);
  key.set(info.k1.subarray(0, KEY_BYTES));
  const plaintext = unsealText(key, joined.slice(0, joined.length - endLength));
  if (plaintext === null) throw unreadable(10006);
  return plaintext;
}

function unreadable(code: number): FaultError {
  return new FaultError('envelope.unreadable', { detail: { code } });
}
