import type { KeyObject } from 'node:crypto';
import { createNoise, type Noise } from './noise.ts';
import { encryptRandomKey } from './random-key.ts';
import { sealParts } from './seal-parts.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** Noise as it looks in the wild comes first and most often; the others catch readers that expect base64. */
const ALPHABETS = [
  `${LETTERS}+/`,
  `${LETTERS}+/`,
  LETTERS,
  '0123456789abcdef',
  `${LETTERS}+/=!"#$%&'()*,-.:;<>?@[\\]^_{|}~ `,
];

export interface SealedEnvelope {
  readonly encryptRandomKey: string;
  readonly encryptChatMsg: string;
  /** What the holder of the private key finds in encryptRandomKey. */
  readonly encryptKey: string;
}

/**
 * Seals a plaintext the way WeCom does, with varied noise: 0–39 characters before, 0–39 after, 1–29 in between.
 * With the same noise the envelope has the same bytes.
 */
export function sealEnvelope(input: { plaintext: Uint8Array; publicKey: KeyObject; noise?: Noise }): SealedEnvelope {
  const noise = input.noise ?? createNoise();
  const alphabet = ALPHABETS[noise.integer(0, ALPHABETS.length - 1)] ?? LETTERS;
  const sealed = sealParts({
    plaintext: input.plaintext,
    k1: Buffer.from(noise.text(32, LETTERS)),
    k2: Buffer.from(noise.text(32, LETTERS)),
    innerIv: noise.bytes(16),
    keyIv: noise.bytes(16),
    head: noise.text(13, LETTERS),
    preNoise: noise.text(noise.integer(0, 39), alphabet),
    splitNoise: noise.text(noise.integer(1, 29), alphabet),
    endNoise: noise.text(noise.integer(0, 39), alphabet),
  });
  return { ...sealed, encryptRandomKey: encryptRandomKey(input.publicKey, sealed.encryptKey, noise) };
}
