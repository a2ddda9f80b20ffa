import type { MessageId, TenantId } from '@highwater/domain';
import { openBytes, sealBytes } from '../sealing/seal-bytes.ts';
import { deflatePlaintext, inflatePlaintext } from './deflate-plaintext.ts';

/** The exact plaintext of a message as `hw.messages.plaintext` holds it: raw deflate, then sealed to its row. */
export function sealPlaintext(
  subkey: Uint8Array,
  tenantId: TenantId,
  messageId: MessageId,
  plaintext: Uint8Array,
): Uint8Array {
  return sealBytes(subkey, placeOf(tenantId, messageId), deflatePlaintext(plaintext));
}

/** Opens what `sealPlaintext` made; `subkey` is the tenant's for 'plaintext'. Throws `object.damaged`. */
export function openPlaintext(
  subkey: Uint8Array,
  tenantId: TenantId,
  messageId: MessageId,
  sealed: Uint8Array,
): Uint8Array {
  return inflatePlaintext(openBytes(subkey, placeOf(tenantId, messageId), sealed));
}

function placeOf(tenantId: TenantId, messageId: MessageId): string {
  return `${tenantId}|messages|${messageId}|1`;
}
