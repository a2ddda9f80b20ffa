import type { TenantId } from '@highwater/domain';
import type { RandomSource } from '../random-source.ts';
import { openBytes, sealBytes } from '../sealing/seal-bytes.ts';
import { deflatePlaintext, inflatePlaintext } from './deflate-plaintext.ts';

/**
 * The text of a file as `hw.media_copies.text_sealed` holds it: UTF-8, raw deflate, then sealed to the content's row.
 * `subkey` is the tenant's for 'plaintext', `sha256` the content's in hex.
 */
export function sealFileText(
  subkey: Uint8Array,
  tenantId: TenantId,
  sha256: string,
  text: string,
  random?: RandomSource,
): Uint8Array {
  return sealBytes(subkey, placeOf(tenantId, sha256), deflatePlaintext(Buffer.from(text, 'utf8')), random);
}

/** Opens what `sealFileText` made. Throws `object.damaged`. */
export function openFileText(subkey: Uint8Array, tenantId: TenantId, sha256: string, sealed: Uint8Array): string {
  return inflatePlaintext(openBytes(subkey, placeOf(tenantId, sha256), sealed)).toString('utf8');
}

function placeOf(tenantId: TenantId, sha256: string): string {
  return `${tenantId}|media_copies|${sha256}|1`;
}
