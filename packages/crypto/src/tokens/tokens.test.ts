import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCryptoFormats } from '../crypto-formats-vectors.ts';
import { constantTimeEqual } from './constant-time-equal.ts';
import { deriveLinkToken } from './derive-link-token.ts';
import { hashToken } from './hash-token.ts';
import { keyedId } from './keyed-id.ts';
import { makeToken } from './make-token.ts';
import { createSearchHasher, hashSearchToken } from './search-hasher.ts';

const formats = readCryptoFormats();
const key = Buffer.from(formats.keyHex, 'hex');

describe('tokens', () => {
  it('have 128 bits in base64url and never repeat', () => {
    const tokens = Array.from({ length: 1000 }, makeToken);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(new Set(tokens).size).toBe(1000);
  });

  it('are stored as SHA-256', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('of links are the same each time and differ per link', () => {
    for (const { linkId, token } of formats.linkTokens) expect(deriveLinkToken(key, linkId)).toBe(token);
    expect(deriveLinkToken(key, 'l2')).not.toBe(deriveLinkToken(key, 'l1'));
    expect(deriveLinkToken(key, 'l1')).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });
});

describe('keyedId', () => {
  it.each(formats.ids)('stays $id', ({ parts, id }) => {
    expect(keyedId(key, ...parts)).toBe(id);
  });

  it('is a UUID of version 8 that depends on every part and its borders', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (left, right) => {
        expect(keyedId(key, ...left)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(keyedId(key, ...left) === keyedId(key, ...right)).toBe(JSON.stringify(left) === JSON.stringify(right));
      }),
    );
    expect(keyedId(key, 'ab', 'c')).not.toBe(keyedId(key, 'a', 'bc'));
    expect(keyedId(key, '你')).toBe(keyedId(key, Buffer.from('你')));
    expect(keyedId(Buffer.alloc(32), 'a')).not.toBe(keyedId(key, 'a'));
  });
});

describe('search hashes', () => {
  it.each(formats.searchTokens)('stay what they were for $token', ({ token, hash }) => {
    expect(hashSearchToken(key, token)).toBe(hash);
  });

  it('are signed 32-bit numbers, the same with and without memory, however small it is', () => {
    const hasher = createSearchHasher(key, { capacity: 3 });
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), (token) => {
        const hash = hasher(token);
        expect(hash).toBe(hashSearchToken(key, token));
        expect(hash).toBe(hash | 0);
      }),
      { numRuns: 500 },
    );
  });

  it('differ per tenant', () => {
    expect(hashSearchToken(key, 'c:好')).not.toBe(hashSearchToken(Buffer.alloc(32), 'c:好'));
  });
});

it('constantTimeEqual compares as === does', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      expect(constantTimeEqual(left, right)).toBe(left === right);
      expect(constantTimeEqual(left, left)).toBe(true);
    }),
  );
});
