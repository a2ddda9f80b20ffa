import { exportWordsPlace, openBytes, openPlaintext } from '@highwater/crypto';
import {
  clearSelection,
  countSelection,
  filtersOf,
  findUnansweredRule,
  freezeSelection,
  inTenant,
  listMessagesByIds,
  type ExportRow,
  type SelectionCount,
} from '@highwater/db';
import type { AccessCondition, MessageId, SearchQuery, TenantId } from '@highwater/domain';
import { readKeptWords, walkMatches } from '@highwater/search';
import { parseMessage, searchableText } from '@highwater/wecom';
import type { ExportDeps } from './export-deps.ts';
import { createFileWords } from './file-words.ts';
import { inBuild } from './in-build.ts';

/** Rows per insert while walking word hits. */
const BATCH = 500;

/** Makes the list of an export's messages: the same query, under the requester's rights of now, frozen at `archivedUntil`. */
export async function freezeExport(
  deps: ExportDeps,
  tenantId: TenantId,
  row: ExportRow,
  access: AccessCondition,
): Promise<SelectionCount> {
  const { exportId, selection, archivedUntil } = row;
  const words = await readWords(deps, tenantId, row);
  const unanswered =
    selection.isUnanswered === true
      ? await inTenant(deps.database, tenantId, (tx) => findUnansweredRule(tx, archivedUntil))
      : undefined;
  if (words === null) {
    return inBuild(deps, tenantId, row, async (tx) => {
      await clearSelection(tx, exportId);
      await freezeSelection(tx, exportId, { selection, unanswered, access, archivedUntil, among: null });
      return countSelection(tx, exportId);
    });
  }
  await inBuild(deps, tenantId, row, (tx) => clearSelection(tx, exportId));
  let batch: MessageId[] = [];
  const flush = async (): Promise<void> => {
    // The condition stands here once more: the index answers in hashes, which only nearly always tell filters apart.
    const among = batch;
    await inBuild(deps, tenantId, row, (tx) =>
      freezeSelection(tx, exportId, { selection, unanswered, access, archivedUntil, among }),
    );
    batch = [];
  };
  for await (const messageId of findByWords(deps, tenantId, row, access, words)) {
    batch.push(messageId);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return inBuild(deps, tenantId, row, (tx) => countSelection(tx, exportId));
}

async function* findByWords(
  deps: ExportDeps,
  tenantId: TenantId,
  { selection }: ExportRow,
  access: AccessCondition,
  words: SelectedWords,
): AsyncGenerator<MessageId> {
  const texts = await deps.tenantKeys.subkey(tenantId, 'plaintext');
  const files = createFileWords(deps, tenantId, [...words.words.flat(), ...words.without]);
  const hits = walkMatches({
    index: deps.searchIndex,
    tenantId,
    query: { ...filtersOf(selection), ...words },
    access,
    after: null,
    read: (ids) => inTenant(deps.database, tenantId, (tx) => listMessagesByIds(tx, access, ids)),
    textsOf: (message) =>
      searchableText(parseMessage(openPlaintext(texts, tenantId, message.messageId, message.sealedPlaintext))).map(
        (part) => part.text,
      ),
    wordsInFiles: ({ messageId }) => files(messageId),
  });
  for await (const { row } of hits) yield row.messageId;
}

type SelectedWords = Pick<SearchQuery, 'words' | 'without'>;

/** Null where the export is of no words in particular. */
async function readWords(deps: ExportDeps, tenantId: TenantId, row: ExportRow): Promise<SelectedWords | null> {
  if (row.sealedWords === null) return null;
  const subkey = await deps.tenantKeys.subkey(tenantId, 'plaintext');
  const opened = openBytes(subkey, exportWordsPlace(tenantId, row.exportId), row.sealedWords);
  return readKeptWords(Buffer.from(opened).toString('utf8'));
}
