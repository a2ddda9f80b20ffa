import { constants, createPrivateKey, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEnvelope } from './open-envelope.ts';
import { decryptRandomKey } from './random-key.ts';
import { readParts } from './read-parts.ts';
import { sealParts } from './seal-parts.ts';

interface Vector {
  readonly name: string;
  readonly publickey_ver: number;
  readonly encrypt_random_key: string;
  readonly encrypt_key: string;
  readonly encrypt_chat_msg: string;
  readonly plaintext: string;
}
interface Vectors {
  readonly keys: readonly { readonly publickey_ver: number; readonly publicKey: string; readonly privateKey: string }[];
  readonly vectors: readonly Vector[];
  readonly negatives: readonly {
    readonly name: string;
    readonly encrypt_key: string;
    readonly encrypt_chat_msg: string;
    readonly code: number;
  }[];
}

const file = new URL('../../fixtures/envelope-vectors.json', import.meta.url);
const { keys, vectors, negatives }: Vectors = JSON.parse(readFileSync(file, 'utf8'));
const keyOf = (version: number) => keys.find((key) => key.publickey_ver === version) ?? expect.fail('no such key');

describe('envelope vectors', () => {
  it('are twenty positive and three negative ones', () => {
    expect([vectors.length, negatives.length]).toEqual([20, 3]);
  });

  it.each(vectors)('$name opens to its plaintext', (vector) => {
    const encryptKey = decryptRandomKey(
      createPrivateKey(keyOf(vector.publickey_ver).privateKey),
      vector.encrypt_random_key,
    );
    expect(encryptKey).toBe(vector.encrypt_key);
    const opened = openEnvelope({ encryptKey, encryptChatMsg: vector.encrypt_chat_msg });
    expect(opened.ok && Buffer.from(opened.plaintext).toString()).toBe(vector.plaintext);
  });

  it.each(vectors)('$name is produced again byte for byte from its parts', (vector) => {
    const read = readParts(vector.encrypt_key, vector.encrypt_chat_msg);
    if (!read.ok) expect.fail(`not opened: ${read.code}`);
    expect(sealParts(read.parts)).toEqual({
      encryptKey: vector.encrypt_key,
      encryptChatMsg: vector.encrypt_chat_msg,
    });
  });

  it.each(vectors)('$name has the RSA block that this code makes', (vector) => {
    const key = keyOf(vector.publickey_ver);
    const padding = constants.RSA_NO_PADDING;
    const sealed = Buffer.from(vector.encrypt_random_key, 'base64');
    const block = privateDecrypt({ key: key.privateKey, padding }, sealed);
    const text = Buffer.from(vector.encrypt_key);
    expect([...block.subarray(0, 2)]).toEqual([0, 2]);
    expect(block.subarray(2, 255 - text.length).includes(0)).toBe(false);
    expect(block.subarray(255 - text.length)).toEqual(Buffer.concat([Buffer.alloc(1), text]));
    expect(publicEncrypt({ key: createPublicKey(key.publicKey), padding }, block).toString('base64')).toBe(
      vector.encrypt_random_key,
    );
  });

  it.each(negatives)('$name gives $code', (vector) => {
    const opened = openEnvelope({ encryptKey: vector.encrypt_key, encryptChatMsg: vector.encrypt_chat_msg });
    expect(opened).toEqual({ ok: false, code: vector.code });
  });
});
