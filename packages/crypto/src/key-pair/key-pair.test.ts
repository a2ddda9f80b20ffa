import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeArchiveKeyPair } from './make-archive-key-pair.ts';
import { readPrivateKey, readPublicKey } from './read-key.ts';
import { selfTestKeyPair } from './self-test-key-pair.ts';

const pair = await makeArchiveKeyPair();

describe('an archive key pair', () => {
  it('is RSA-2048 in SPKI and PKCS#8 and passes its own test', () => {
    expect(pair.publicPem).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    expect(pair.privatePem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(readPublicKey(pair.publicPem).asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(() => selfTestKeyPair(pair)).not.toThrow();
  });

  it('fails its test when the halves belong to different pairs', async () => {
    const other = await makeArchiveKeyPair();
    expect(() => selfTestKeyPair({ ...pair, privatePem: other.privatePem })).toThrow('key.wrong');
  });

  it('is read from PKCS#1 and PKCS#8, also when pasted with indents, CRLF and blank lines', () => {
    const pkcs1Private = createPrivateKey(pair.privatePem).export({ type: 'pkcs1', format: 'pem' }).toString();
    const pkcs1Public = createPublicKey(pair.publicPem).export({ type: 'pkcs1', format: 'pem' }).toString();
    expect(pkcs1Private).toContain('BEGIN RSA PRIVATE KEY');
    const pasted = (pem: string) => `\n  ${pem.trim().split('\n').join(' \r\n\t')}\r\n\r\n`;
    for (const privatePem of [pair.privatePem, pkcs1Private, pasted(pkcs1Private), pasted(pair.privatePem)]) {
      for (const publicPem of [pair.publicPem, pkcs1Public, pasted(pkcs1Public)]) {
        expect(() => selfTestKeyPair({ publicPem, privatePem })).not.toThrow();
      }
    }
  });
});

describe('reading keys', () => {
  const small = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const curve = generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

  it.each([
    ['nothing', ''],
    ['words', 'my key'],
    ['a public key', pair.publicPem],
    ['a cut key', pair.privatePem.slice(0, 400)],
    ['1024 bits', small.privateKey],
    ['another algorithm', curve.privateKey],
  ])('refuses %s as private key', (_, pem) => {
    expect(() => readPrivateKey(pem)).toThrow('key.wrong');
  });

  it.each([
    ['a private key', pair.privatePem],
    ['1024 bits', small.publicKey],
    ['another algorithm', curve.publicKey],
  ])('refuses %s as public key', (_, pem) => {
    expect(() => readPublicKey(pem)).toThrow('key.wrong');
  });
});
