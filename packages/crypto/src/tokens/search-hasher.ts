import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** Turns search tokens of one tenant into the signed 32-bit numbers that the index holds. */
export type SearchHasher = (token: string) => number;

/** First four bytes of HMAC-SHA256(subkey, token) as signed integer: fits PostgreSQL's `int`. */
export function hashSearchToken(subkey: Uint8Array | KeyObject, token: string): number {
  return createHmac('sha256', subkey).update(token, 'utf8').digest().readInt32BE(0);
}

/**
 * `hashSearchToken` with memory: texts repeat their characters and pairs, and a look-up is far cheaper than an HMAC.
 * Holds at most twice `capacity` tokens, keeping those used lately (two generations instead of a list per use).
 */
export function createSearchHasher(subkey: Uint8Array, { capacity = 5000 }: { capacity?: number } = {}): SearchHasher {
  // A prepared key makes an HMAC four times as fast as raw bytes do (4 µs instead of 17).
  const key = createSecretKey(subkey);
  let young = new Map<string, number>();
  let old = new Map<string, number>();

  return (token) => {
    let hash = young.get(token);
    if (hash !== undefined) return hash;
    hash = old.get(token) ?? hashSearchToken(key, token);
    if (young.size >= capacity) {
      old = young;
      young = new Map();
    }
    young.set(token, hash);
    return hash;
  };
}
