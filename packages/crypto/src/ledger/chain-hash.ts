import { createHash } from 'node:crypto';

/** What stands before the first leaf of a tenant's chain. */
export const CHAIN_START = '0'.repeat(64);

const SHA256_HEX = /^[0-9a-f]{64}$/;

/** The head of the chain after `leaf`: SHA-256 over the head before it and the leaf, all 64 hex characters. */
export function chainHash(previous: string, leaf: string): string {
  if (!SHA256_HEX.test(previous) || !SHA256_HEX.test(leaf)) throw new RangeError('a link is 64 hex characters');
  return createHash('sha256')
    .update(JSON.stringify(['highwater/v1/link', previous, leaf]), 'utf8')
    .digest('hex');
}
