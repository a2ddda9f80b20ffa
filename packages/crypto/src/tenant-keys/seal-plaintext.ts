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
  return sealBytes(subkey, placeOf(tenantId, messageId), deflate(plaintext));
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

/** Below this deflate takes a tenth off a message, for a twentieth of all that opening and keeping it costs. */
const LEAST_DEFLATED = 512;

/**
 * Raw deflate. A short text becomes one stored block (RFC 1951, 3.2.4). zlib takes 268 KB for every call, and Node 16 KB
 * for the result, unless told how little there is to look back on.
 */
function deflate(plaintext: Uint8Array): Uint8Array {
  const size = plaintext.length;
  if (size >= LEAST_DEFLATED) {
    return deflateRawSync(plaintext, size <= 4096 ? { windowBits: 12, memLevel: 5, chunkSize: size + 64 } : {});
  }
  const block = Buffer.allocUnsafe(5 + size);
  block.writeUInt8(1, 0);
  block.writeUInt16LE(size, 1);
  block.writeUInt16LE(0xffff - size, 3);
  block.set(plaintext, 5);
  return block;
}

function placeOf(tenantId: TenantId, messageId: MessageId): string {
  return `${tenantId}|messages|${messageId}|1`;
}
