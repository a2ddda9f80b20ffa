import { exportWordsPlace, openBytes, openPlaintext } from '@highwater/crypto';
import {
  addToSelection,
  clearSelection,
  countSelection,
  freezeSelection,
  inTenant,
  listMessagesByIds,
  type ExportRow,
  type SelectionCount,
} from '@highwater/db';
import type { AccessCondition, MessageId, TenantId } from '@highwater/domain';
import { walkMatches } from '@highwater/search';
import { parseMessage, searchableText } from '@highwater/wecom';
import type { ExportDeps } from './export-deps.ts';

/** Rows per insert while walking word hits. */
const BATCH = 500;

/** Makes the list of an export's messages: the same query, under the requester's rights of now, frozen at `archivedUntil`. */
export async function freezeExport(
  deps: ExportDeps,
  tenantId: TenantId,
  row: ExportRow,
  access: AccessCondition,
): Promise<SelectionCount> {
  const words = await readWords(deps, tenantId, row);
  if (words.length === 0) {
    return inTenant(deps.database, tenantId, async (tx) => {
      await clearSelection(tx, row.exportId);
      await freezeSelection(tx, row.exportId, row.selection, access, row.archivedUntil);
      return countSelection(tx, row.exportId);
    });
  }
  await inTenant(deps.database, tenantId, (tx) => clearSelection(tx, row.exportId));
  const texts = await deps.tenantKeys.subkey(tenantId, 'plaintext');
  const hits = walkMatches({
    index: deps.searchIndex,
    tenantId,
    query: { ...row.selection, words },
    access,
    after: null,
    read: (ids) => inTenant(deps.database, tenantId, (tx) => listMessagesByIds(tx, access, ids)),
    textsOf: (message) =>
      searchableText(parseMessage(openPlaintext(texts, tenantId, message.messageId, message.sealedPlaintext))).map(
        (part) => part.text,
      ),
  });
  let batch: MessageId[] = [];
  const flush = async (): Promise<void> => {
    await inTenant(deps.database, tenantId, (tx) => addToSelection(tx, row.exportId, batch));
    batch = [];
  };
  for await (const { row: message } of hits) {
    if (message.archivedAt <= row.archivedUntil) batch.push(message.messageId);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return inTenant(deps.database, tenantId, (tx) => countSelection(tx, row.exportId));
}

async function readWords(deps: ExportDeps, tenantId: TenantId, row: ExportRow): Promise<readonly string[]> {
  if (row.sealedWords === null) return [];
  const subkey = await deps.tenantKeys.subkey(tenantId, 'plaintext');
  const opened = openBytes(subkey, exportWordsPlace(tenantId, row.exportId), row.sealedWords);
  const words: unknown = JSON.parse(Buffer.from(opened).toString('utf8'));
  return Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
}
