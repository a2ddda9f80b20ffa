import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { absolutePath } from './value-schemas.ts';

/** A key file as configured: where it is (for the rule about the data folder) and what it holds. */
export interface KeyFile<Key> {
  readonly path: string;
  readonly key: Key;
}

function keyFile<Key>(secret: boolean, read: (content: string) => Key | undefined, shape: string) {
  return absolutePath.transform((path, context): KeyFile<Key> => {
    const refuse = (message: string): never => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    let content: string;
    try {
      // Whoever can read a key file can read the archive: only its owner may.
      if (secret && (statSync(path).mode & 0o077) !== 0)
        return refuse('names a file that others may read (set its mode to 0600)');
      content = readFileSync(path, 'utf8');
    } catch {
      return refuse('names a file that cannot be read');
    }
    const key = read(content);
    return key === undefined ? refuse(`names a file that does not hold ${shape}`) : { path, key };
  });
}

/** 32 bytes in base64. */
export const secretBytesFile = keyFile(
  true,
  (content): Uint8Array | undefined => {
    const bytes = Buffer.from(content.trim(), 'base64');
    return bytes.length === 32 ? new Uint8Array(bytes) : undefined;
  },
  '32 bytes in base64',
);

/** X25519 private key, PKCS#8 PEM; returned as PEM text. */
export const boxPrivateKeyFile = keyFile(
  true,
  (content) => (isX25519(() => createPrivateKey(content)) ? content : undefined),
  'an X25519 private key (PKCS#8 PEM)',
);

/** X25519 public key, SPKI PEM; returned as PEM text. */
export const boxPublicKeyFile = keyFile(
  false,
  (content) => (isX25519(() => createPublicKey(content)) && !content.includes('PRIVATE') ? content : undefined),
  'an X25519 public key (SPKI PEM)',
);

/** Ed25519 private key, PKCS#8 PEM; returned as PEM text. */
export const ledgerPrivateKeyFile = keyFile(
  true,
  (content) => (isEd25519(() => createPrivateKey(content)) ? content : undefined),
  'an Ed25519 private key (PKCS#8 PEM)',
);

/** Ed25519 public keys, SPKI PEM, one below the other; returned as PEM text. */
export const ledgerPublicKeysFile = keyFile(
  false,
  (content) => {
    const keys = splitPublicKeys(content);
    const isGood = keys.length > 0 && keys.every((pem) => isEd25519(() => createPublicKey(pem)));
    return isGood && !content.includes('PRIVATE') ? content : undefined;
  },
  'Ed25519 public keys (SPKI PEM)',
);

/** The keys of a PEM text, in its order. */
export function splitPublicKeys(pem: string): readonly string[] {
  return pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
}

function isEd25519(read: () => { asymmetricKeyType?: string | undefined }): boolean {
  return isOfType('ed25519', read);
}

function isX25519(read: () => { asymmetricKeyType?: string | undefined }): boolean {
  return isOfType('x25519', read);
}

function isOfType(type: string, read: () => { asymmetricKeyType?: string | undefined }): boolean {
  try {
    return read().asymmetricKeyType === type;
  } catch {
    return false;
  }
}
