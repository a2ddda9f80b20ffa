import { openFileText } from '@highwater/crypto';
import { findFileText, inTenant, listTextFiles } from '@highwater/db';
import type { MessageId, TenantId } from '@highwater/domain';
import { createFileMatcher } from '@highwater/search';
import type { ExportDeps } from './export-deps.ts';

/** Which of the words stand in the text of a message's files. */
export function createFileWords(
  deps: ExportDeps,
  tenantId: TenantId,
  words: readonly string[],
): (messageId: MessageId) => Promise<ReadonlySet<string>> {
  const wordsIn = createFileMatcher(words, async (sha256) => {
    const sealed = await inTenant(deps.database, tenantId, (tx) => findFileText(tx, sha256));
    if (sealed === undefined) return undefined;
    return openFileText(await deps.tenantKeys.subkey(tenantId, 'plaintext'), tenantId, sha256, sealed);
  });
  return async (messageId) => {
    const files = await inTenant(deps.database, tenantId, (tx) => listTextFiles(tx, [messageId]));
    const found = new Set<string>();
    for (const { sha256 } of files) for (const word of await wordsIn(sha256)) found.add(word);
    return found;
  };
}
