import type { RandomSource } from '../random-source.ts';
import { drawNonce } from './draw-nonce.ts';
import { decryptGcm, encryptGcm } from './gcm.ts';
import { checkHeader, HEADER_BYTES, KIND, makeHeader, NONCE_BYTES, TAG_BYTES } from './header.ts';

/** Bytes that sealing adds. */
export const SEAL_OVERHEAD = HEADER_BYTES + NONCE_BYTES + TAG_BYTES;

/**
 * header(4) ‖ nonce(12) ‖ ciphertext ‖ tag(16), AES-256-GCM under a 32-byte subkey; `aad` names the place
 * (`tenant|table|row|version`), so that sealed bytes moved to another row do not open.
 * Nonces are random: at most 2^32 seals per subkey (NIST SP 800-38D, 8.3).
 */
export function sealBytes(
  subkey: Uint8Array,
  aad: string,
  plaintext: Uint8Array,
  random: RandomSource = drawNonce,
): Uint8Array {
  const header = makeHeader(KIND.bytes);
  const nonce = random(NONCE_BYTES);
  return Buffer.concat([header, nonce, ...encryptGcm(subkey, nonce, [header, Buffer.from(aad, 'utf8')], plaintext)]);
}

/** Opens what `sealBytes` made with the same subkey and `aad`. Throws `object.damaged`. */
export function openBytes(subkey: Uint8Array, aad: string, sealed: Uint8Array): Uint8Array {
  checkHeader(sealed, KIND.bytes, SEAL_OVERHEAD);
  const nonceEnd = HEADER_BYTES + NONCE_BYTES;
  return decryptGcm(
    subkey,
    sealed.subarray(HEADER_BYTES, nonceEnd),
    [sealed.subarray(0, HEADER_BYTES), Buffer.from(aad, 'utf8')],
    sealed.subarray(nonceEnd),
  );
}
