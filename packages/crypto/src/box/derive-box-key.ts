import { diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';
import { KEY_BYTES, NONCE_BYTES } from '../sealing/header.ts';

/**
 * Key and nonce of one box: HKDF-SHA256(shared secret, salt = ephemeral public ‖ recipient public, info `highwater/v1/box`).
 * The ephemeral key is used once, so the derived nonce is never used twice with its key.
 */
export function deriveBoxKey(
  privateKey: KeyObject,
  publicKey: KeyObject,
  ephemeralRaw: Uint8Array,
  recipientRaw: Uint8Array,
): { key: Uint8Array; nonce: Uint8Array } {
  const shared = diffieHellman({ privateKey, publicKey });
  const salt = Buffer.concat([ephemeralRaw, recipientRaw]);
  const derived = new Uint8Array(hkdfSync('sha256', shared, salt, 'highwater/v1/box', KEY_BYTES + NONCE_BYTES));
  return { key: derived.subarray(0, KEY_BYTES), nonce: derived.subarray(KEY_BYTES) };
}
