import { FaultError } from '@highwater/domain';

/** Bytes at rest that one shard covers. */
export const SHARD_BYTES = 524_288;
const BLOCK = 16;
const INDEX = /^Range:bytes=(\d{1,15})-(\d{1,15})$/;

/** First and last byte at rest, both inclusive. */
export interface ShardRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The range of an index: empty for the first shard, else the text that the shard before gave. The library refuses
 * (10000) whatever is not whole blocks; here an index of that kind is a fault of ours: `internal`.
 */
export function readShardIndex(index: string): ShardRange {
  if (index === '') return { first: 0, last: SHARD_BYTES - 1 };
  const [, first, last] = INDEX.exec(index) ?? [];
  const range = { first: Number(first), last: Number(last) };
  const size = range.last - range.first + 1;
  if (first === undefined || size <= 0 || size % BLOCK !== 0) throw new FaultError('internal');
  return range;
}

/** The index that follows `last` in a file of `total` bytes at rest. */
export function nextShardIndex(last: number, total: number): string {
  return `Range:bytes=${last + 1}-${Math.min(last + SHARD_BYTES, total - 1)}`;
}
