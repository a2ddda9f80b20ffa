import { listLastMessages, listPeopleByKeys, type ConversationRow, type TenantTx } from '@highwater/db';
import type { AccessCondition } from '@highwater/domain';
import { previewText } from '@highwater/wecom';
import type { z } from '@hono/zod-openapi';
import type { ApiDeps } from '../api-deps.ts';
import { openMessage, viewPerson } from '../messages/view-messages.ts';
import type { conversationView } from '../schemas/message.ts';

/** People named in a list; the reader shows everybody. */
const MOST_PEOPLE = 50;
/** Characters of a preview. */
const PREVIEW = 120;

/** Conversations with their people and the newest message that the reader may see. */
export async function viewConversations(
  deps: ApiDeps,
  tx: TenantTx,
  access: AccessCondition,
  rows: readonly ConversationRow[],
): Promise<z.output<typeof conversationView>[]> {
  const shown = rows.map((row) => row.people.slice(0, MOST_PEOPLE));
  const people = new Map(
    (await listPeopleByKeys(tx, [...new Set(shown.flat())])).map((row) => [row.personKey, viewPerson(row)]),
  );
  const last = new Map(
    (
      await listLastMessages(
        tx,
        access,
        rows.map((row) => row.conversationId),
      )
    ).map((m) => [m.conversationId, m]),
  );
  return Promise.all(
    rows.map(async (row, at) => {
      const newest = last.get(row.conversationId);
      const preview = newest && previewText(await openMessage(deps, tx.tenantId, newest));
      return {
        conversationId: row.conversationId,
        kind: row.kind,
        roomId: row.roomId,
        name: row.name,
        people: (shown[at] ?? []).flatMap((key) => people.get(key) ?? []),
        isExternal: row.isExternal,
        firstAt: row.firstAt,
        lastAt: newest?.sentAt ?? row.lastAt,
        lastMessage:
          newest && preview
            ? { messageId: newest.messageId, kind: newest.kind, preview: preview.text.slice(0, PREVIEW) }
            : null,
      };
    }),
  );
}
