import { describe, expect, it } from 'vitest';
import { countedBytes, readCryptoFormats } from '../crypto-formats-vectors.ts';
import { makeBoxKeyPair } from './make-box-key-pair.ts';
import { openFromBox } from './open-from-box.ts';
import { sealToBox } from './seal-to-box.ts';

const formats = readCryptoFormats();
const aad = 't1|connections|c1|1';
const secret = Buffer.from('the secret of an archive');

describe('a box', () => {
  it.each(formats.boxes)('keeps its format for $aad', ({ aad: place, plaintextHex, sealedHex }) => {
    const { publicPem, privatePem } = formats.box;
    const plaintext = Buffer.from(plaintextHex, 'hex');
    expect(Buffer.from(sealToBox(publicPem, place, plaintext, countedBytes)).toString('hex')).toBe(sealedHex);
    expect(Buffer.from(openFromBox(privatePem, place, Buffer.from(sealedHex, 'hex'))).toString('hex')).toBe(
      plaintextHex,
    );
  });

  it('is sealed with the public key and opened with the private key only', () => {
    const pair = makeBoxKeyPair();
    const sealed = sealToBox(pair.publicPem, aad, secret);
    expect(Buffer.from(openFromBox(pair.privatePem, aad, sealed))).toEqual(secret);
    expect(() => openFromBox(makeBoxKeyPair().privatePem, aad, sealed)).toThrow('object.damaged');
    expect(() => openFromBox(pair.publicPem, aad, sealed)).toThrow(Error);
    expect(() => openFromBox(pair.privatePem, 't2|connections|c1|1', sealed)).toThrow('object.damaged');
    expect(sealToBox(pair.publicPem, aad, secret)).not.toEqual(sealed);
  });

  it('does not open after any single changed bit or at any shorter length', () => {
    const pair = makeBoxKeyPair();
    const sealed = Buffer.from(sealToBox(pair.publicPem, aad, Buffer.from('x')));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => openFromBox(pair.privatePem, aad, changed)).toThrow('object.damaged');
    }
    for (let size = 0; size < sealed.length; size += 1) {
      expect(() => openFromBox(pair.privatePem, aad, sealed.subarray(0, size))).toThrow('object.damaged');
    }
  });

  it('refuses a point of low order', () => {
    const forged = Buffer.from(sealToBox(formats.box.publicPem, aad, secret));
    forged.fill(0, 4, 36);
    expect(() => openFromBox(formats.box.privatePem, aad, forged)).toThrow('object.damaged');
  });
});
