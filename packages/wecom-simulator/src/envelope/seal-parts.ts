import { writeKeyInfo } from './key-info.ts';
import { sealText } from './seal-text.ts';

/** Everything that is chosen at random when a message is sealed. Noise is text without NUL; its lengths count bytes. */
export interface EnvelopeParts {
  readonly plaintext: Uint8Array;
  /** 32 bytes. */
  readonly k1: Uint8Array;
  /** 32 bytes. */
  readonly k2: Uint8Array;
  readonly innerIv: Uint8Array;
  readonly keyIv: Uint8Array;
  /** 13 characters that readers ignore. */
  readonly head: string;
  readonly preNoise: string;
  readonly splitNoise: string;
  readonly endNoise: string;
}

export interface SealedParts {
  readonly encryptKey: string;
  readonly encryptChatMsg: string;
}

/** The sealing without chance: the same parts always give the same two texts. */
export function sealParts(parts: EnvelopeParts): SealedParts {
  const inner = sealText(parts.k1, parts.innerIv, parts.plaintext);
  const splitLength = Buffer.byteLength(parts.splitNoise);
  const encryptChatMsg =
    parts.head +
    Buffer.from(parts.k2).toString() +
    parts.preNoise +
    inner.slice(0, splitLength) +
    parts.splitNoise +
    inner.slice(splitLength) +
    parts.endNoise;
  if (splitLength < 1 || splitLength > inner.length || 2 * splitLength >= Buffer.byteLength(encryptChatMsg)) {
    throw new RangeError('split noise must have 1 to as many characters as the sealed text');
  }
  const info = {
    k1: parts.k1,
    preLength: Buffer.byteLength(parts.preNoise),
    endLength: Buffer.byteLength(parts.endNoise),
    splitLength,
  };
  return { encryptKey: sealText(parts.k2, parts.keyIv, writeKeyInfo(info)), encryptChatMsg };
}
