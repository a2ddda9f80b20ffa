import { openPlaintext } from '@highwater/crypto';
import { inTenant, listMessages, listMessagesByIds, type MessageRow } from '@highwater/db';
import type { AccessCondition, MessagePosition, SearchQuery, TenantId } from '@highwater/domain';
import { walkMatches } from '@highwater/search';
import { parseMessage, searchableText } from '@highwater/wecom';
import type { ApiDeps } from '../api-deps.ts';

/** Up to `limit` messages that match, newest first, older than `after`. Without words the rows themselves are asked. */
export async function findHits(
  deps: ApiDeps,
  tenantId: TenantId,
  query: SearchQuery,
  access: AccessCondition,
  page: { after: MessagePosition | null; limit: number },
): Promise<readonly MessageRow[]> {
  if (query.words.length === 0) {
    return inTenant(deps.database, tenantId, (tx) =>
      listMessages(tx, access, query, { from: page.after, towards: 'older', limit: page.limit }),
    );
  }
  const subkey = await deps.tenantKeys.subkey(tenantId, 'plaintext');
  const found: MessageRow[] = [];
  const matches = walkMatches({
    index: deps.searchIndex,
    tenantId,
    query,
    access,
    after: page.after,
    read: (ids) => inTenant(deps.database, tenantId, (tx) => listMessagesByIds(tx, access, ids)),
    textsOf: (row: MessageRow) =>
      searchableText(parseMessage(openPlaintext(subkey, tenantId, row.messageId, row.sealedPlaintext))).map(
        (t) => t.text,
      ),
  });
  for await (const { row } of matches) {
    found.push(row);
    if (found.length === page.limit) break;
  }
  return found;
}
