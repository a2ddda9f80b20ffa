import { createHash, createPublicKey } from 'node:crypto';
import { FaultError, type FaultDetail } from '@highwater/domain';
import type { ArchiveKeyPair } from './make-archive-key-pair.ts';
import { readPrivateKey } from './read-key.ts';
import { selfTestKeyPair } from './self-test-key-pair.ts';

/**
 * The pair of a private key that somebody brings along (PEM, PKCS#1 or PKCS#8, RSA-2048, without passphrase), in the
 * forms in which pairs are made here, proven on itself. Throws `key.malformed` with what is wrong in `detail.reason`
 * (KeyProblem), and the size in `detail.bits` where that is it; nothing of the key is in the error.
 */
export function importKeyPair(pem: string): ArchiveKeyPair {
  try {
    const key = readPrivateKey(pem);
    const pair = {
      publicPem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
      privatePem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
    selfTestKeyPair(pair);
    return pair;
  } catch (error) {
    throw new FaultError('key.malformed', { field: 'privateKeyPem', detail: detailOf(error, pem) });
  }
}

/** Another size, a passphrase, the public half, no RSA key or a damaged one, no key at all. */
export type KeyProblem = 'bits' | 'passphrase' | 'public' | 'damaged' | 'none';

function detailOf(error: unknown, pem: string): FaultDetail {
  const bits = error instanceof FaultError ? error.detail['bits'] : undefined;
  const reason = bits === undefined ? problemOf(pem) : 'bits';
  return bits === undefined ? { reason } : { reason, bits };
}

function problemOf(pem: string): KeyProblem {
  if (/PRIVATE KEY-----/.test(pem)) {
    return /BEGIN ENCRYPTED PRIVATE|^Proc-Type:.*ENCRYPTED/m.test(pem.replaceAll(/^[^\S\n]+/gm, ''))
      ? 'passphrase'
      : 'damaged';
  }
  return /PUBLIC KEY-----|BEGIN CERTIFICATE-----|^\s*ssh-rsa /.test(pem) ? 'public' : 'none';
}

/** SHA-256 of a public key's DER, hex: by its beginning people tell keys apart. */
export function keyFingerprint(publicPem: string): string {
  const base64 = publicPem.replaceAll(/-----[^-]+-----/g, '');
  return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
}
