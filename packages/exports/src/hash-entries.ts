import { createHash } from 'node:crypto';
import type { PackageEntry } from './package-entry.ts';

export interface HashedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Passes entries on and notes size and SHA-256 of each when it has been read. */
export async function* hashEntries(
  entries: AsyncIterable<PackageEntry>,
  note: (file: HashedFile) => void,
): AsyncGenerator<PackageEntry> {
  for await (const entry of entries) yield { ...entry, bytes: hashBytes(entry, note) };
}

async function* hashBytes(entry: PackageEntry, note: (file: HashedFile) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const block of entry.bytes) {
    hash.update(block);
    bytes += block.byteLength;
    yield block;
  }
  note({ path: entry.name, bytes, sha256: hash.digest('hex') });
}
