import { chmod, type FileHandle, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultError } from '@highwater/domain';
import { describeBytes, readLibrary } from './describe-library.ts';

export interface LibraryPlace {
  readonly path: string;
  readonly pinnedHashes: readonly string[];
  /** For the copy; it must allow execution. */
  readonly folder?: string | undefined;
}

/** Readable by whomever the helper becomes; reached through its descriptor only, because its name is gone. */
const COPY_MODE = 0o555;

/**
 * A descriptor of exactly the bytes whose SHA-256 is known or pinned: a private copy that has no name any more when this
 * resolves, so that nobody can exchange it and nothing is left when this process is killed.
 * Throws `library.missing`; `library.refused` for an unknown hash, with it in the detail, or another architecture.
 */
export async function openLibrary({ path, pinnedHashes, folder = tmpdir() }: LibraryPlace): Promise<FileHandle> {
  const bytes = await readLibrary(path);
  const { sha256, isKnown, architecture } = describeBytes(bytes);
  const isPinned = pinnedHashes.some((hash) => hash.trim().toLowerCase() === sha256);
  if (!isKnown && !isPinned) throw new FaultError('library.refused', { detail: { sha256 } });
  if (architecture !== process.arch) throw new FaultError('library.refused', { detail: { sha256, architecture } });
  const place = await mkdtemp(join(folder, 'highwater-library-'));
  try {
    const copy = join(place, 'library.so');
    await writeFile(copy, bytes, { flag: 'wx', mode: 0o600 });
    await chmod(copy, COPY_MODE);
    return await open(copy, 'r');
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
