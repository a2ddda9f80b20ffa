import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { FaultError } from '@highwater/domain';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
/** A page of 1,000 is about 1 MB; the largest texts that WeCom lets through stay far below this. */
const LARGEST_PAGE = 512 * 1024 * 1024;

/** A page as `hw.pages.bytes` holds it: Zstandard. */
export async function compressPage(bytes: Uint8Array): Promise<Uint8Array> {
  return compress(bytes);
}

/** The page exactly as received. Throws `object.damaged` when it is not what its hash says. */
export async function restorePage(compressed: Uint8Array, sha256: string): Promise<Uint8Array> {
  const bytes = await decompress(compressed, { maxOutputLength: LARGEST_PAGE }).catch((cause: unknown) => {
    throw new FaultError('object.damaged', { cause });
  });
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new FaultError('object.damaged');
  return bytes;
}
