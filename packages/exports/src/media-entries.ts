import { createHash } from 'node:crypto';
import { FaultError } from '@highwater/domain';
import type { MediaId } from '@highwater/domain';
import type { MediaContent } from './media-register.ts';
import type { PackageEntry } from './package-entry.ts';

export type OpenMedia = (mediaId: MediaId) => Promise<AsyncIterable<Uint8Array>> | AsyncIterable<Uint8Array>;

/** Files up to 4 MiB (pictures, voice, most documents) are read once and held; larger ones are read twice, so that memory stays bounded. */
const HELD_BYTES = 4 * 1024 * 1024;

/**
 * The files of the package, each checked against its hash *before* its entry begins: a ZIP that is being streamed
 * cannot take an entry back. A file that storage lost or damaged is marked `failed` and left out; other errors are thrown.
 */
export async function* mediaEntries(
  contents: Iterable<MediaContent>,
  openMedia: OpenMedia,
): AsyncGenerator<PackageEntry> {
  for (const content of contents) {
    try {
      const held = await checkContent(content, await openMedia(content.mediaId));
      yield { name: content.path, packed: true, bytes: held ?? readAgain(content, openMedia) };
    } catch (error) {
      if (!isLoss(error)) throw error;
      content.failed = error.fault;
    }
  }
}

function isLoss(error: unknown): error is FaultError & { fault: 'object.missing' | 'object.damaged' } {
  return error instanceof FaultError && (error.fault === 'object.missing' || error.fault === 'object.damaged');
}

/** Reads a file to its end; answers its blocks when they are few. Throws `object.damaged` when the hash differs. */
async function checkContent(
  content: MediaContent,
  bytes: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const hash = createHash('sha256');
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const block of bytes) {
    hash.update(block);
    size += block.byteLength;
    if (size <= HELD_BYTES) held.push(block);
    else held = [];
  }
  if (hash.digest('hex') !== content.sha256) throw new FaultError('object.damaged');
  if (size > HELD_BYTES) return undefined;
  return (async function* () {
    yield* held;
  })();
}

/** The second reading. What goes wrong here spoils the package, so it must not look like a file that can be left out. */
async function* readAgain(content: MediaContent, openMedia: OpenMedia): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  try {
    for await (const block of await openMedia(content.mediaId)) {
      hash.update(block);
      yield block;
    }
  } catch (error) {
    throw new FaultError('export.failed', { cause: error });
  }
  if (hash.digest('hex') !== content.sha256) throw new FaultError('export.failed');
}
