import { createPrivateKey, type KeyObject } from 'node:crypto';
import { FaultError } from '@highwater/domain';
import { decryptGcm } from '../sealing/gcm.ts';
import { checkHeader, HEADER_BYTES, KIND, TAG_BYTES } from '../sealing/header.ts';
import { deriveBoxKey } from './derive-box-key.ts';
import { publicKeyOfRaw, rawOfPublicKey, X25519_BYTES } from './x25519.ts';

/** Opens what `sealToBox` made for this key pair with the same `aad`. Throws `object.damaged`. */
export function openFromBox(privatePem: string, aad: string, sealed: Uint8Array): Uint8Array {
  const bodyStart = HEADER_BYTES + X25519_BYTES;
  checkHeader(sealed, KIND.box, bodyStart + TAG_BYTES);
  const header = sealed.subarray(0, HEADER_BYTES);
  const ephemeralRaw = sealed.subarray(HEADER_BYTES, bodyStart);
  const { key, nonce } = agree(createPrivateKey(privatePem), ephemeralRaw);
  return decryptGcm(key, nonce, [header, ephemeralRaw, Buffer.from(aad, 'utf8')], sealed.subarray(bodyStart));
}

function agree(recipient: KeyObject, ephemeralRaw: Uint8Array): { key: Uint8Array; nonce: Uint8Array } {
  const recipientRaw = rawOfPublicKey(recipient);
  try {
    return deriveBoxKey(recipient, publicKeyOfRaw(ephemeralRaw), ephemeralRaw, recipientRaw);
  } catch (cause) {
    // OpenSSL refuses points of low order, which only a forged box holds.
    throw new FaultError('object.damaged', { cause });
  }
}
