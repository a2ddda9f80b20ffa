import { openPlaintext } from '@highwater/crypto';
import { inTenant, listMessages, listMessagesByIds, type MessageRow } from '@highwater/db';
import type { AccessCondition, MessagePosition, SearchQuery, TenantId } from '@highwater/domain';
import { createFileMatcher, walkMatches } from '@highwater/search';
import { parseMessage, searchableText } from '@highwater/wecom';
import type { ApiDeps } from '../api-deps.ts';
import { findText, findTextFiles } from './file-texts.ts';

/** Up to `limit` messages that match, themselves or in the text of their files, newest first, older than `after`. Without words the rows themselves are asked. */
export async function findHits(
  deps: ApiDeps,
  tenantId: TenantId,
  query: SearchQuery,
  access: AccessCondition,
  page: { after: MessagePosition | null; limit: number },
): Promise<readonly MessageRow[]> {
  if (query.words.length === 0 && query.without.length === 0) {
    return inTenant(deps.database, tenantId, (tx) =>
      listMessages(tx, access, query, { from: page.after, towards: 'older', limit: page.limit }),
    );
  }
  const subkey = await deps.tenantKeys.subkey(tenantId, 'plaintext');
  const wordsIn = createFileMatcher([...query.words.flat(), ...query.without], (sha256) =>
    findText(deps, tenantId, sha256),
  );
  let files: Awaited<ReturnType<typeof findTextFiles>> = new Map();
  const found: MessageRow[] = [];
  const matches = walkMatches({
    index: deps.searchIndex,
    tenantId,
    query,
    access,
    after: page.after,
    read: async (ids) => {
      const rows = await inTenant(deps.database, tenantId, (tx) => listMessagesByIds(tx, access, ids));
      files = await findTextFiles(
        deps,
        tenantId,
        rows.map(({ messageId }) => messageId),
      );
      return rows;
    },
    textsOf: (row: MessageRow) =>
      searchableText(parseMessage(openPlaintext(subkey, tenantId, row.messageId, row.sealedPlaintext))).map(
        (t) => t.text,
      ),
    wordsInFiles: async ({ messageId }) => {
      const words = new Set<string>();
      for (const { sha256 } of files.get(messageId) ?? []) for (const word of await wordsIn(sha256)) words.add(word);
      return words;
    },
  });
  for await (const { row } of matches) {
    found.push(row);
    if (found.length === page.limit) break;
  }
  return found;
}
