import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { FaultError } from '@highwater/domain';

const ARCHIVE_KEY_BITS = 2048;

/** Reads an RSA-2048 private key in PEM: `BEGIN PRIVATE KEY` or `BEGIN RSA PRIVATE KEY`. Throws `key.wrong`. */
export function readPrivateKey(pem: string): KeyObject {
  if (!pem.includes('PRIVATE KEY-----')) throw new FaultError('key.wrong');
  return checkKey(() => createPrivateKey(tidyPem(pem)));
}

/** Reads an RSA-2048 public key in PEM: `BEGIN PUBLIC KEY` or `BEGIN RSA PUBLIC KEY`. Throws `key.wrong`. */
export function readPublicKey(pem: string): KeyObject {
  // createPublicKey would also take a private key: a secret pasted into the wrong field must not pass.
  if (!pem.includes('PUBLIC KEY-----')) throw new FaultError('key.wrong');
  return checkKey(() => createPublicKey(tidyPem(pem)));
}

/** Pasting from web pages and chats brings indents, CRLF and blank lines. */
function tidyPem(pem: string): string {
  return pem
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function checkKey(read: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch {
    // OpenSSL's reason is not kept: it says nothing a person could act on.
    throw new FaultError('key.wrong');
  }
  if (key.asymmetricKeyType !== 'rsa') throw new FaultError('key.wrong');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits !== ARCHIVE_KEY_BITS) throw new FaultError('key.wrong', { detail: { bits } });
  return key;
}
