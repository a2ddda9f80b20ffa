import { constants, createPrivateKey, publicEncrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readEnvelopeVectors } from './envelope-vectors.ts';
import { openRandomKey } from './open-random-key.ts';

const { keys, vectors } = readEnvelopeVectors();
const privateKeys = new Map(keys.map((key) => [key.publickey_ver, createPrivateKey(key.privateKey)]));

function keyOf(version: number) {
  const key = privateKeys.get(version);
  if (key === undefined) throw new Error(`no key of version ${version}`);
  return key;
}

describe('openRandomKey', () => {
  it.each(vectors)('opens the random key of $name', (vector) => {
    expect(openRandomKey(keyOf(vector.publickey_ver), vector.encrypt_random_key)).toBe(vector.encrypt_key);
  });

  it.each(vectors)('gives null for $name under the other key, although OpenSSL returns bytes', (vector) => {
    expect(openRandomKey(keyOf(3 - vector.publickey_ver), vector.encrypt_random_key)).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no base64', '这不是'],
    ['a cut text', 'QUJD'],
    ['too many bytes', Buffer.alloc(400, 7).toString('base64')],
  ])('gives null for %s', (_, text) => {
    expect(openRandomKey(keyOf(1), text)).toBeNull();
  });

  it.each(['a'.repeat(88), `${'a'.repeat(86)}==\n`, `${'a'.repeat(43)}=`])(
    'gives null when the opened text has another shape',
    (text) => {
      const [first] = keys;
      if (first === undefined) throw new Error('no key');
      const sealed = publicEncrypt({ key: first.publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(text));
      expect(openRandomKey(keyOf(1), sealed.toString('base64'))).toBeNull();
    },
  );
});
