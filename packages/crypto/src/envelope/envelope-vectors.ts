import { readFileSync } from 'node:fs';

/** fixtures/envelope-vectors.json: envelopes that the vendor's library opened to exactly these plaintexts. Tests only. */
export interface EnvelopeVectors {
  readonly keys: readonly { readonly publickey_ver: number; readonly publicKey: string; readonly privateKey: string }[];
  readonly vectors: readonly {
    readonly name: string;
    readonly publickey_ver: number;
    readonly encrypt_random_key: string;
    readonly encrypt_key: string;
    readonly encrypt_chat_msg: string;
    readonly plaintext: string;
  }[];
  readonly negatives: readonly {
    readonly name: string;
    readonly encrypt_key: string;
    readonly encrypt_chat_msg: string;
    readonly code: number;
  }[];
}

export function readEnvelopeVectors(): EnvelopeVectors {
  const vectors: EnvelopeVectors = JSON.parse(
    readFileSync(new URL('../../fixtures/envelope-vectors.json', import.meta.url), 'utf8'),
  );
  return vectors;
}

/** The vectors as items and keys of the opening pool. */
export function vectorBatch({ keys, vectors }: EnvelopeVectors) {
  return {
    keys: keys.map((key) => ({ version: key.publickey_ver, privateKeyPem: key.privateKey })),
    items: vectors.map((vector) => ({
      publickeyVer: vector.publickey_ver,
      encryptRandomKey: vector.encrypt_random_key,
      encryptChatMsg: vector.encrypt_chat_msg,
    })),
  };
}
