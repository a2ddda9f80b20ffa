import { createHash } from 'node:crypto';
import { constantTimeEqual } from '../tokens/constant-time-equal.ts';

/** What WeCom signs of a callback. */
export interface SignedParts {
  readonly timestamp: string;
  readonly nonce: string;
  /** The enciphered part, as it came. */
  readonly encrypt: string;
}

/** WeCom's `msg_signature`: SHA-1 in hex over token, time stamp, nonce and enciphered part, sorted and joined. */
export function signCallback(token: string, { timestamp, nonce, encrypt }: SignedParts): string {
  return createHash('sha1')
    .update([token, timestamp, nonce, encrypt].toSorted(byCodeUnit).join(''), 'utf8')
    .digest('hex');
}

/** Compared in a time that tells nothing about where they differ. */
export function isSignedCallback(token: string, parts: SignedParts, signature: string): boolean {
  return constantTimeEqual(signCallback(token, parts), signature);
}

/** As WeCom's own samples sort: by code, not by any language's alphabet. */
function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
