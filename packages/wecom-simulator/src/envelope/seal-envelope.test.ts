import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNoise } from './noise.ts';
import { openEnvelope } from './open-envelope.ts';
import { decryptRandomKey } from './random-key.ts';
import { sealEnvelope } from './seal-envelope.ts';
import { sealParts } from './seal-parts.ts';
import { sealText } from './seal-text.ts';
import { writeInteger, writeString } from './protobuf.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe('sealEnvelope', () => {
  it('opens to the same bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (plaintext) => {
        const sealed = sealEnvelope({ plaintext, publicKey });
        const encryptKey = decryptRandomKey(privateKey, sealed.encryptRandomKey);
        expect(encryptKey).toBe(sealed.encryptKey);
        const opened = openEnvelope({ encryptKey, encryptChatMsg: sealed.encryptChatMsg });
        expect(opened.ok && Buffer.from(opened.plaintext).equals(plaintext)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('has the documented shapes: an 88-character key, 344 characters of RSA', () => {
    const sealed = sealEnvelope({ plaintext: Buffer.from('{}'), publicKey });
    expect([sealed.encryptKey.length, sealed.encryptRandomKey.length]).toEqual([88, 344]);
    expect(sealed.encryptKey).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
  });

  it('varies the lengths of the noise and is not base64 as a whole', () => {
    const messages = Array.from({ length: 60 }, (_, n) =>
      sealEnvelope({ plaintext: Buffer.from('same'), publicKey, noise: createNoise(`n${n}`) }),
    );
    expect(new Set(messages.map((sealed) => sealed.encryptChatMsg.length)).size).toBeGreaterThan(20);
    expect(messages.some((sealed) => sealed.encryptChatMsg.length % 4 !== 0)).toBe(true);
    expect(messages.some((sealed) => /["\\]/.test(sealed.encryptChatMsg))).toBe(true);
  });

  it('gives the same bytes for the same noise seed', () => {
    const seal = (seed: string) => sealEnvelope({ plaintext: Buffer.from('水'), publicKey, noise: createNoise(seed) });
    expect(seal('a')).toEqual(seal('a'));
    expect(seal('a').encryptRandomKey).not.toBe(seal('b').encryptRandomKey);
  });

  it('keeps a text of five megabytes', () => {
    const plaintext = Buffer.alloc(5 * 1024 * 1024, '果"👌🏽');
    const sealed = sealEnvelope({ plaintext, publicKey });
    const opened = openEnvelope(sealed);
    expect(opened.ok && Buffer.from(opened.plaintext).equals(plaintext)).toBe(true);
  });
});

describe('openEnvelope', () => {
  const sealed = sealEnvelope({ plaintext: Buffer.from('{"a":1}'), publicKey, noise: createNoise('codes') });
  const code = (encryptKey: string, encryptChatMsg: string) => {
    const opened = openEnvelope({ encryptKey, encryptChatMsg });
    return opened.ok ? 0 : opened.code;
  };

  it('answers 10008 when the key does not open', () => {
    for (const key of ['', sealed.encryptRandomKey, `${sealed.encryptKey} `, sealed.encryptKey.replaceAll('=', '')]) {
      expect(code(key, sealed.encryptChatMsg)).toBe(10008);
    }
    expect(code(sealed.encryptKey, sealed.encryptChatMsg.slice(0, 44))).toBe(10008);
  });

  it('answers 10006 when the body does not open', () => {
    expect(code(sealed.encryptKey, sealed.encryptChatMsg.slice(0, -1))).toBe(10006);
    expect(code(sealed.encryptKey, `${sealed.encryptChatMsg}A`)).toBe(10006);
  });

  it('answers 10005 for key information that makes no sense', () => {
    const k2 = Buffer.alloc(32, 'k');
    const message = `${'h'.repeat(13)}${k2.toString()}${'A'.repeat(200)}`;
    const withInfo = (info: Buffer) => code(sealText(k2, Buffer.alloc(16), info), message);
    const k1 = writeString(1, 'x'.repeat(32));
    expect(withInfo(Buffer.alloc(0))).toBe(10005);
    expect(withInfo(Buffer.from([0xff, 0xff]))).toBe(10005);
    expect(withInfo(Buffer.concat([k1, writeInteger(4, 0n)]))).toBe(10005);
    expect(withInfo(Buffer.concat([k1, writeInteger(4, -1n)]))).toBe(10005);
    expect(withInfo(Buffer.concat([k1, writeInteger(2, 201n), writeInteger(4, 1n)]))).toBe(10005);
    expect(withInfo(Buffer.concat([k1, writeInteger(3, 200n), writeInteger(4, 1n)]))).toBe(10005);
    expect(withInfo(Buffer.concat([k1, writeInteger(4, 123n)]))).toBe(10005);
    expect(withInfo(writeInteger(4, 4n))).toBe(10006);
  });

  it('names the cases in which the vendor library ends its process', () => {
    expect(code(sealed.encryptKey, 'too short')).toBe('abort');
  });

  it('counts the noise in bytes', () => {
    const parts = {
      plaintext: Buffer.from('x'),
      k1: Buffer.alloc(32, 'a'),
      k2: Buffer.alloc(32, 'b'),
      innerIv: Buffer.alloc(16, 1),
      keyIv: Buffer.alloc(16, 2),
      head: '0123456789abc',
      preNoise: '噪',
      splitNoise: 'é',
      endNoise: '声',
    };
    const opened = openEnvelope(sealParts(parts));
    expect(opened.ok && Buffer.from(opened.plaintext).toString()).toBe('x');
  });
});
