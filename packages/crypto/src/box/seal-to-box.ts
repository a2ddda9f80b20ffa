import { createPublicKey, randomBytes } from 'node:crypto';
import type { RandomSource } from '../random-source.ts';
import { encryptGcm } from '../sealing/gcm.ts';
import { KIND, makeHeader } from '../sealing/header.ts';
import { deriveBoxKey } from './derive-box-key.ts';
import { privateKeyOfRaw, rawOfPublicKey, X25519_BYTES } from './x25519.ts';

/**
 * header(4) ‖ ephemeral public key(32) ‖ ciphertext ‖ tag(16): opens only with the private key of `publicPem`
 * and the same `aad` (`tenant|table|row|version`). The sealer itself cannot open it again.
 */
export function sealToBox(
  publicPem: string,
  aad: string,
  plaintext: Uint8Array,
  random: RandomSource = randomBytes,
): Uint8Array {
  const recipient = createPublicKey(publicPem);
  const ephemeral = privateKeyOfRaw(random(X25519_BYTES));
  const ephemeralRaw = rawOfPublicKey(ephemeral);
  const { key, nonce } = deriveBoxKey(ephemeral, recipient, ephemeralRaw, rawOfPublicKey(recipient));
  const header = makeHeader(KIND.box);
  const sealed = encryptGcm(key, nonce, [header, ephemeralRaw, Buffer.from(aad, 'utf8')], plaintext);
  return Buffer.concat([header, ephemeralRaw, ...sealed]);
}
