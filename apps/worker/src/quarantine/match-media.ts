import { openFileId } from '@highwater/crypto';
import type { MediaPlace, NewMedia } from '@highwater/db';
import type { MessageKeys } from '../open/message-keys.ts';

export interface MatchedMedia {
  /** Rows that are there, with what the parser says of them now. */
  readonly known: readonly NewMedia[];
  readonly fresh: readonly NewMedia[];
}

/**
 * Tells which files of a message are there already. A file whose place has another name now (the parser of before did
 * not know the type) is the same file: what was fetched of it is not fetched again.
 */
export function matchMedia(
  keys: MessageKeys,
  stored: readonly MediaPlace[],
  derived: readonly NewMedia[],
): MatchedMedia {
  const byPath = new Map(stored.map((row) => [row.path, row]));
  const isNamed = new Set(derived.map((file) => file.path));
  const unnamed = stored.filter((row) => !isNamed.has(row.path));
  const known: NewMedia[] = [];
  const fresh: NewMedia[] = [];
  for (const file of derived) {
    const same = byPath.get(file.path) ?? takeSame(file);
    if (same === undefined) fresh.push(file);
    else known.push({ ...file, mediaId: same.mediaId, sealedFileId: sealedFor(same, file) });
  }
  return { known, fresh };

  function takeSame(file: NewMedia): MediaPlace | undefined {
    if (unnamed.length === 0 || file.sealedFileId === null) return undefined;
    const fileId = openFileId(keys.fileId, keys.tenantId, file.mediaId, file.sealedFileId);
    const at = unnamed.findIndex(
      ({ mediaId, sealedFileId }) =>
        sealedFileId !== null && openFileId(keys.fileId, keys.tenantId, mediaId, sealedFileId) === fileId,
    );
    return at < 0 ? undefined : unnamed.splice(at, 1)[0];
  }
}

/** A sealed id opens at its own row only: another row's is of no use, and the row has its own already. */
function sealedFor(row: MediaPlace, file: NewMedia): Uint8Array | null {
  return row.mediaId === file.mediaId ? file.sealedFileId : row.sealedFileId;
}
