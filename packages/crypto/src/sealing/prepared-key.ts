import { createSecretKey, type KeyObject } from 'node:crypto';

// Goes with the bytes: when nobody holds a subkey any more, its prepared form is gone too.
const prepared = new WeakMap<Uint8Array, KeyObject>();

/**
 * A key as node:crypto wants it, made once per array of bytes: preparing it anew costs up to three times what the
 * cipher or HMAC of a short text does. The bytes must not change afterwards.
 */
export function prepareKey(bytes: Uint8Array): KeyObject {
  let key = prepared.get(bytes);
  if (key === undefined) {
    key = createSecretKey(bytes);
    prepared.set(bytes, key);
  }
  return key;
}
