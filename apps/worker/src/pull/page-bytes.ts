import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { FaultError } from '@highwater/domain';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
/** A page of 1,000 is about 1 MB; the largest texts that WeCom lets through stay far below this. */
const LARGEST_PAGE = 512 * 1024 * 1024;

/** Bytes made per turn of the thread pool: all of a usual page at once instead of 16 KB, a huge one piece by piece. */
function roomFor(size: number): number {
  return Math.min(Math.max(size, 16 * 1024), 4 * 1024 * 1024);
}

/** A page as `hw.pages.bytes` holds it: Zstandard. */
export async function compressPage(bytes: Uint8Array): Promise<Uint8Array> {
  return compress(bytes, { chunkSize: roomFor(bytes.length) });
}

/** The page exactly as received. Throws `object.damaged` when it is not what its hash says. */
export async function restorePage(compressed: Uint8Array, sha256: string): Promise<Uint8Array> {
  const bytes = await decompress(compressed, {
    maxOutputLength: LARGEST_PAGE,
    chunkSize: roomFor(compressed.length * 2),
  }).catch((cause: unknown) => {
    throw new FaultError('object.damaged', { cause });
  });
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new FaultError('object.damaged');
  return bytes;
}
