import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedBytes, readCryptoFormats } from '../crypto-formats-vectors.ts';
import { makeDataKey, unwrapDataKey, wrapDataKey } from './data-key.ts';
import { deriveSubkey, PURPOSES } from './derive-subkey.ts';
import { openBytes, SEAL_OVERHEAD, sealBytes } from './seal-bytes.ts';

const formats = readCryptoFormats();
const key = Buffer.from(formats.keyHex, 'hex');
const aad = 't1|messages|m1|1';

describe('sealed bytes', () => {
  it.each(formats.sealed)('keep their format for $aad', ({ aad: place, plaintextHex, sealedHex }) => {
    const plaintext = Buffer.from(plaintextHex, 'hex');
    expect(Buffer.from(sealBytes(key, place, plaintext, countedBytes)).toString('hex')).toBe(sealedHex);
    expect(Buffer.from(openBytes(key, place, Buffer.from(sealedHex, 'hex'))).toString('hex')).toBe(plaintextHex);
  });

  it('open to what was sealed and cost 32 bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.string(), (plaintext, place) => {
        const sealed = sealBytes(key, place, plaintext);
        expect(sealed.length).toBe(plaintext.length + SEAL_OVERHEAD);
        expect(Buffer.from(openBytes(key, place, sealed)).equals(plaintext)).toBe(true);
      }),
    );
  });

  it('differ each time', () => {
    expect(sealBytes(key, aad, key)).not.toEqual(sealBytes(key, aad, key));
  });

  it('do not open after any single changed bit, at any shorter length, elsewhere, or under another key', () => {
    const sealed = Buffer.from(sealBytes(key, aad, Buffer.from('你好')));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => openBytes(key, aad, changed)).toThrow('object.damaged');
    }
    for (let size = 0; size < sealed.length; size += 1) {
      expect(() => openBytes(key, aad, sealed.subarray(0, size))).toThrow('object.damaged');
    }
    expect(() => openBytes(key, 't1|messages|m2|1', sealed)).toThrow('object.damaged');
    expect(() => openBytes(randomBytes(32), aad, sealed)).toThrow('object.damaged');
    expect(() => sealBytes(key.subarray(1), aad, sealed)).toThrow(RangeError);
  });
});

describe('a data key', () => {
  it.each(formats.dataKeys)('keeps its wrapped format', ({ tenantId, version, dataKeyHex, wrappedHex }) => {
    const dataKey = Buffer.from(dataKeyHex, 'hex');
    expect(Buffer.from(wrapDataKey(key, tenantId, version, dataKey, countedBytes)).toString('hex')).toBe(wrappedHex);
    expect(Buffer.from(unwrapDataKey(key, tenantId, version, Buffer.from(wrappedHex, 'hex')))).toEqual(dataKey);
  });

  it('unwraps for its tenant, version and key-encryption key only', () => {
    const dataKey = makeDataKey();
    const wrapped = wrapDataKey(key, 't1', 1, dataKey);
    expect(Buffer.from(unwrapDataKey(key, 't1', 1, wrapped)).equals(dataKey)).toBe(true);
    expect(() => unwrapDataKey(key, 't2', 1, wrapped)).toThrow('object.damaged');
    expect(() => unwrapDataKey(key, 't1', 2, wrapped)).toThrow('object.damaged');
    expect(() => unwrapDataKey(randomBytes(32), 't1', 1, wrapped)).toThrow('object.damaged');
    expect(() => unwrapDataKey(key, 't1', 1, sealBytes(key, 't1|data-key|1', Buffer.alloc(31)))).toThrow(
      'object.damaged',
    );
  });
});

describe('subkeys', () => {
  it('stay what they were, one per purpose', () => {
    const derived = PURPOSES.map((purpose) => [purpose, Buffer.from(deriveSubkey(key, purpose)).toString('hex')]);
    expect(Object.fromEntries(derived)).toEqual(formats.subkeys);
    expect(new Set(derived.map(([, subkey]) => subkey)).size).toBe(PURPOSES.length);
  });
});
