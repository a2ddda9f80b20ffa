import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { FaultError, type MessageId, type TenantId } from '@highwater/domain';
import { openBytes, sealBytes } from '../sealing/seal-bytes.ts';

/** More than WeCom's largest message by far; a forged row must not fill the memory. */
const LARGEST_PLAINTEXT = 64 * 1024 * 1024;

/** The exact plaintext of a message as `hw.messages.plaintext` holds it: raw deflate, then sealed to its row. */
export function sealPlaintext(
  subkey: Uint8Array,
  tenantId: TenantId,
  messageId: MessageId,
  plaintext: Uint8Array,
): Uint8Array {
  return sealBytes(subkey, placeOf(tenantId, messageId), deflateRawSync(plaintext));
}

/** Opens what `sealPlaintext` made; `subkey` is the tenant's for 'plaintext'. Throws `object.damaged`. */
export function openPlaintext(
  subkey: Uint8Array,
  tenantId: TenantId,
  messageId: MessageId,
  sealed: Uint8Array,
): Uint8Array {
  const deflated = openBytes(subkey, placeOf(tenantId, messageId), sealed);
  try {
    return inflateRawSync(deflated, { maxOutputLength: LARGEST_PLAINTEXT });
  } catch (cause) {
    throw new FaultError('object.damaged', { cause });
  }
}

function placeOf(tenantId: TenantId, messageId: MessageId): string {
  return `${tenantId}|messages|${messageId}|1`;
}
