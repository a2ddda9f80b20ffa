import { createDecipheriv } from 'node:crypto';
import { FaultError, type MediaShard } from '@highwater/domain';
import { findContentRange } from './content-range.ts';
import { nextShardIndex, type ShardRange } from './shard-index.ts';

const BLOCK = 16;

/**
 * A shard at rest to plain bytes. Without a readable CONTENT-RANGE it counts as the last, whose padding is removed
 * and checked. Throws `media.undecryptable` (padding, part of a block) and `media.interrupted` (not what was asked for).
 */
export function openShard(
  aesKey: Uint8Array,
  asked: ShardRange,
  rawHeaders: readonly string[],
  sealed: Uint8Array,
): MediaShard {
  if (sealed.length === 0 || sealed.length % BLOCK !== 0) throw new FaultError('media.undecryptable');
  const range = findContentRange(rawHeaders);
  if (
    range &&
    (range.first !== asked.first || range.last - range.first + 1 !== sealed.length || range.last >= range.total)
  ) {
    throw new FaultError('media.interrupted');
  }
  const decipher = createDecipheriv('aes-128-ecb', aesKey, null).setAutoPadding(false);
  const bytes = Buffer.concat([decipher.update(sealed), decipher.final()]);
  if (range && range.last + 1 < range.total) {
    return { bytes, nextIndex: nextShardIndex(range.last, range.total), finished: false };
  }
  return { bytes: removePadding(bytes), nextIndex: '', finished: true };
}

/** PKCS#7 over the whole file: 1 to 16 bytes, each their number. */
function removePadding(bytes: Buffer): Uint8Array {
  const size = bytes.at(-1) ?? 0;
  const padding = bytes.subarray(bytes.length - size);
  if (size < 1 || size > BLOCK || padding.some((byte) => byte !== size)) throw new FaultError('media.undecryptable');
  return bytes.subarray(0, bytes.length - size);
}
