import { FaultError } from '@highwater/domain';

/** Second byte pair of every format: what follows. docs/crypto-formats.md describes each. */
export const KIND = { bytes: 1, box: 2, object: 3 } as const;
/** AES-256-GCM with a 16-byte tag. */
const AES_256_GCM = 1;
export const HEADER_BYTES = 4;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** `HW`, kind, algorithm. */
export function makeHeader(kind: (typeof KIND)[keyof typeof KIND]): Uint8Array {
  return Uint8Array.of(0x48, 0x57, kind, AES_256_GCM);
}

/** Throws `object.damaged` when the bytes do not begin with the header of `kind` or are shorter than `leastBytes`. */
export function checkHeader(bytes: Uint8Array, kind: (typeof KIND)[keyof typeof KIND], leastBytes: number): void {
  const isExpected = makeHeader(kind).every((byte, at) => bytes[at] === byte);
  if (!isExpected || bytes.length < leastBytes) throw new FaultError('object.damaged');
}

/** Refuses keys of the wrong size before a cipher turns them into an unclear error. */
export function checkKeySize(key: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new RangeError('a key has 32 bytes');
}
