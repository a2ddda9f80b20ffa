import { hkdfSync } from 'node:crypto';
import { checkKeySize, KEY_BYTES } from './header.ts';

/** What a subkey is for. A name is part of the stored format: never rename, only add. */
export const PURPOSES = [
  'plaintext',
  'sdkfileid',
  'search',
  'message-id',
  'conversation-id',
  'object-name',
  'object',
  'link',
  'audit',
  'callback',
  'single-sign-on',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A 32-byte key that serves one purpose of one tenant: HKDF-SHA256, no salt, info `highwater/v1/<purpose>`. */
export function deriveSubkey(dataKey: Uint8Array, purpose: Purpose): Uint8Array {
  checkKeySize(dataKey);
  return new Uint8Array(hkdfSync('sha256', dataKey, new Uint8Array(0), `highwater/v1/${purpose}`, KEY_BYTES));
}
