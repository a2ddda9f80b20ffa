import type { MessageId, MessageKind, TenantId } from '@highwater/domain';
import { findExcerpt, type Excerpt } from '@highwater/search';
import type { ApiDeps } from '../api-deps.ts';
import { findText, findTextFiles } from './file-texts.ts';

export interface FileHighlight extends Excerpt {
  readonly fileName: string | null;
}

/** Files of one hit that are shown with what stands in them. */
const FILES_SHOWN = 3;

/** Of messages that the reader may see: the files whose own text holds one of the words, each with a short part of it. */
export async function findFileHighlights(
  deps: ApiDeps,
  tenantId: TenantId,
  rows: readonly { readonly messageId: MessageId; readonly kind: MessageKind }[],
  words: readonly string[],
): Promise<ReadonlyMap<MessageId, readonly FileHighlight[]>> {
  const found = new Map<MessageId, FileHighlight[]>();
  if (words.length === 0) return found;
  const excerpts = new Map<string, Excerpt | undefined>();
  const files = await findTextFiles(deps, tenantId, rows);
  for (const [messageId, ofMessage] of files) {
    const highlights: FileHighlight[] = [];
    for (const { sha256, fileName } of ofMessage) {
      if (!excerpts.has(sha256))
        excerpts.set(sha256, findExcerpt((await findText(deps, tenantId, sha256)) ?? '', words));
      const excerpt = excerpts.get(sha256);
      if (excerpt !== undefined && highlights.length < FILES_SHOWN) highlights.push({ fileName, ...excerpt });
    }
    if (highlights.length > 0) found.set(messageId, highlights);
  }
  return found;
}
