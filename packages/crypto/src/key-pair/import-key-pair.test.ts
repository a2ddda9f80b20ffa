import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { FaultError } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { importKeyPair, keyFingerprint } from './import-key-pair.ts';
import { makeArchiveKeyPair } from './make-archive-key-pair.ts';

const pair = await makeArchiveKeyPair();
const key = createPrivateKey(pair.privatePem);

describe('importKeyPair', () => {
  it.each([
    ['PKCS#8', pair.privatePem],
    ['PKCS#1', key.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['pasted with CRLF, indents and blank lines', `\r\n  ${pair.privatePem.trim().replaceAll('\n', '\r\n\t')}\r\n\r\n`],
  ])('gives the same pair for %s', (_, pem) => {
    expect(importKeyPair(pem)).toEqual(pair);
  });

  it.each([
    ['nothing', 'none', ''],
    ['words', 'none', 'hello'],
    ['a public key', 'public', pair.publicPem],
    ['a cut key', 'damaged', pair.privatePem.slice(0, 900)],
    [
      'a key with a passphrase',
      'passphrase',
      key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }),
    ],
    [
      'a PKCS#1 key with a passphrase',
      'passphrase',
      key.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }),
    ],
    [
      '1024 bits',
      'bits',
      generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ],
    [
      'another algorithm',
      'damaged',
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ],
  ])('refuses %s, says why (%s), and says nothing of it', (_, reason, pem) => {
    const text = pem.toString();
    let thrown: unknown;
    try {
      importKeyPair(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ fault: 'key.malformed', field: 'privateKeyPem', detail: { reason } });
    if (!(thrown instanceof FaultError)) throw new Error('another error');
    expect(thrown.cause).toBeUndefined();
    const body = text.split('\n')[1] ?? '';
    if (body !== '') expect(JSON.stringify([thrown.message, thrown.detail])).not.toContain(body);
  });

  it('says the size where the size is wrong', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => importKeyPair(pem)).toThrow(expect.objectContaining({ detail: { reason: 'bits', bits: 3072 } }));
  });
});

it('keyFingerprint is the SHA-256 of the DER', () => {
  const der = createPublicKey(pair.publicPem).export({ type: 'spki', format: 'der' });
  expect(keyFingerprint(pair.publicPem)).toBe(createHash('sha256').update(der).digest('hex'));
});
