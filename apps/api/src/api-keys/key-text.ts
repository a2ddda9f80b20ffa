import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a key looks like: what it is, twelve characters that everybody may see, 256 random bits. */
const SHAPE = /^hw_live_([a-z2-7]{12})_([A-Za-z0-9_-]{43})$/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

export interface NewKeyText {
  readonly prefix: string;
  /** The whole key; shown once, kept nowhere. */
  readonly text: string;
  readonly secretHash: Buffer;
}

/** A key with another secret, or another key altogether. */
export function makeKeyText(prefix = makePrefix()): NewKeyText {
  const secret = randomBytes(32).toString('base64url');
  return { prefix, text: `hw_live_${prefix}_${secret}`, secretHash: hashSecret(secret) };
}

/** Null for what is no key. */
export function readKeyText(text: string): { readonly prefix: string; readonly secretHash: Buffer } | null {
  const [, prefix, secret] = SHAPE.exec(text) ?? [];
  return prefix === undefined || secret === undefined ? null : { prefix, secretHash: hashSecret(secret) };
}

/** Takes as long whatever differs. */
export function isSecret(shown: Buffer, kept: Buffer | null): boolean {
  return kept !== null && timingSafeEqual(shown, kept);
}

/** Nobody guesses 256 random bits, however fast the hash: a slow one would only cost every request its time. */
function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/** 60 random bits: two of a kind do not come about. */
function makePrefix(): string {
  return [...randomBytes(12)].map((byte) => LETTERS[byte % 32]).join('');
}
