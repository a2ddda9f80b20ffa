import { PassThrough, Readable } from 'node:stream';
import yazl from 'yazl';
import type { PackageEntry } from './package-entry.ts';

/**
 * Streams entries as one ZIP: UTF-8 names, ZIP64 where needed, one entry at a time, never more than some blocks in
 * memory. Every entry carries the date of `day` (UTC, noon), so that the same entries make the same bytes.
 */
export async function* zipEntries(entries: AsyncIterable<PackageEntry>, day: Date): AsyncGenerator<Uint8Array> {
  const zip = new yazl.ZipFile();
  const out = zip.outputStream.pipe(new PassThrough({ highWaterMark: 256 * 1024 }));
  let source: Readable | undefined;
  let stopped = false;

  const addAll = async (): Promise<void> => {
    for await (const entry of entries) {
      if (stopped) return;
      const added = Readable.from(withoutEmptyBlocks(entry.bytes), { objectMode: true, highWaterMark: 2 });
      source = added;
      const read = new Promise<void>((resolve, reject) => {
        added.once('end', resolve);
        added.once('error', reject);
        added.once('close', resolve);
      });
      zip.addReadStream(added, entry.name, {
        mtime: noonOf(day),
        forceDosTimestamp: true,
        mode: 0o100644,
        compressionLevel: entry.packed === true ? 1 : 6,
      });
      await read;
    }
    zip.end();
  };

  zip.on('error', (error: Error) => out.destroy(error));
  addAll().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error('Packing failed.')));
  try {
    for await (const block of out) yield block;
  } finally {
    stopped = true;
    source?.destroy();
    out.destroy();
  }
}

/** ZIP dates have no zone and the library writes them in the machine's: the same wall clock is asked for in every zone. */
function noonOf(day: Date): Date {
  return new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
}

async function* withoutEmptyBlocks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const block of bytes) if (block.byteLength > 0) yield block;
}
