import { readKeyInfo } from './key-info.ts';
import type { EnvelopeParts } from './seal-parts.ts';
import { openText } from './seal-text.ts';

/** Codes of the vendor's library; `abort` where that library ends its process. */
export type OpenFailure = 10005 | 10006 | 10008 | 'abort';
export type ReadPartsResult =
  | { readonly ok: true; readonly parts: EnvelopeParts }
  | { readonly ok: false; readonly code: OpenFailure };

const HEAD = 13;
const BODY = 45;

/** Takes an envelope apart, down to the noise. `encryptKey` is what RSA gave, unchanged. */
export function readParts(encryptKey: string, encryptChatMsg: string): ReadPartsResult {
  // One character per byte: lengths in the key info count bytes.
  const message = Buffer.from(encryptChatMsg).toString('latin1');
  if (message.length < HEAD) return { ok: false, code: 'abort' };
  if (message.length < BODY) return { ok: false, code: 10008 };
  const k2 = Buffer.from(message.slice(HEAD, BODY), 'latin1');
  const key = openText(k2, encryptKey);
  if (!key) return { ok: false, code: 10008 };
  const info = readKeyInfo(key.data);
  if (!info || info.splitLength <= 0 || 2 * info.splitLength >= message.length) return { ok: false, code: 10005 };

  const rest = message.slice(BODY);
  if (info.preLength < 0 || info.preLength > rest.length) return { ok: false, code: 10005 };
  const trimmed = rest.slice(info.preLength);
  if (trimmed.length < info.splitLength) return { ok: false, code: 'abort' };
  const joined = trimmed.slice(0, info.splitLength) + trimmed.slice(2 * info.splitLength);
  if (info.endLength < 0 || info.endLength > joined.length) return { ok: false, code: 10005 };

  // The library pads a short k1 with zeros and cuts a long one.
  const k1 = Buffer.concat([info.k1, Buffer.alloc(32)]).subarray(0, 32);
  const inner = openText(k1, joined.slice(0, joined.length - info.endLength));
  if (!inner) return { ok: false, code: 10006 };
  const text = (from: number, to: number): string => Buffer.from(message.slice(from, to), 'latin1').toString();
  const split = BODY + info.preLength + info.splitLength;
  return {
    ok: true,
    parts: {
      plaintext: inner.data,
      k1,
      k2,
      innerIv: inner.iv,
      keyIv: key.iv,
      head: text(0, HEAD),
      preNoise: text(BODY, BODY + info.preLength),
      splitNoise: text(split, split + info.splitLength),
      endNoise: text(message.length - info.endLength, message.length),
    },
  };
}
