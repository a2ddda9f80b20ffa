import type { MediaId } from '@highwater/domain';
import type { AbsenceReason, ExportMedia } from './export-message.ts';
import { mediaPath, safeExtension } from './media-path.ts';

/** Where a file of a message was met; `text` fields are as people saw them. */
export interface MediaUse {
  readonly messageId: string;
  readonly msgid: string;
  readonly seq: string;
  readonly sentAtLocal: string;
  readonly conversation: string;
  readonly sender: string;
  readonly media: ExportMedia;
}

/** A content that has to be packed once, however often it was sent. */
export interface MediaContent {
  readonly mediaId: MediaId;
  readonly sha256: string;
  readonly path: string;
  /** Set when it turns out, while packing, that the archive cannot give it. */
  failed: AbsenceReason | null;
}

/** Files met so far. Memory follows their number, not their size and not the number of messages. */
export interface MediaRegister {
  /** Notes a use and answers its place in the package, null when absent. */
  add(use: MediaUse): string | null;
  contents(): Iterable<MediaContent>;
  /** Each use with its place or the reason why there is none. */
  uses(): Iterable<{ use: MediaUse; path: string | null; reason: AbsenceReason | null }>;
}

export function createMediaRegister(): MediaRegister {
  const byHash = new Map<string, MediaContent>();
  const uses: MediaUse[] = [];
  return {
    add(use) {
      uses.push(use);
      const { media } = use;
      if (media.state === 'absent') return null;
      const sha256 = media.sha256.toLowerCase();
      const known = byHash.get(sha256);
      if (known !== undefined) return known.path;
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('A stored file has no SHA-256.');
      const path = mediaPath(sha256, safeExtension(media));
      byHash.set(sha256, { mediaId: media.mediaId, sha256, path, failed: null });
      return path;
    },
    contents: () => byHash.values(),
    *uses() {
      for (const use of uses) {
        const content = use.media.state === 'stored' ? byHash.get(use.media.sha256.toLowerCase()) : undefined;
        const reason = use.media.state === 'absent' ? use.media.reason : (content?.failed ?? null);
        yield { use, path: reason === null ? (content?.path ?? null) : null, reason };
      }
    },
  };
}
