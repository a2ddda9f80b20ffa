import {
  listLastMessages,
  listNamesAt,
  listPeopleByKeys,
  listRoomNamesAt,
  type ConversationRow,
  type MessageRow,
  type TenantTx,
} from '@highwater/db';
import type { AccessCondition, UnixMs } from '@highwater/domain';
import { previewText } from '@highwater/wecom';
import type { z } from '@hono/zod-openapi';
import { openMessage } from '../messages/view-messages.ts';
import { viewPerson, type PersonView } from '../people/view-person.ts';
import type { conversationView } from '../schemas/message.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

/** People named in a list; the reader shows everybody. */
const MOST_PEOPLE = 50;
/** Characters of a preview. */
const PREVIEW = 120;

/**
 * Conversations with their people and the newest message that the reader may see. Names are those of `at`, or where none
 * is given of the newest message. `newest` are those messages where the caller has them.
 */
export async function viewConversations(
  { deps, language }: Pick<VerbContext, 'deps' | 'language'>,
  tx: TenantTx,
  access: AccessCondition,
  rows: readonly ConversationRow[],
  at: UnixMs | null = null,
  newest: readonly MessageRow[] | null = null,
): Promise<z.output<typeof conversationView>[]> {
  const ids = rows.map((row) => row.conversationId);
  const lastMessages = newest ?? (await listLastMessages(tx, access, ids));
  const last = new Map(lastMessages.map((message) => [message.conversationId, message]));
  const timed = rows.map((row) => ({ ...row, at: at ?? last.get(row.conversationId)?.sentAt ?? row.lastAt }));
  const people = await viewPeopleOf(tx, timed, language);
  const roomNames = await namesOfRooms(tx, timed);
  return Promise.all(
    rows.map(async (row, place) => {
      const lastOne = last.get(row.conversationId);
      const preview = lastOne && previewText(await openMessage(deps, tx.tenantId, lastOne));
      return {
        conversationId: row.conversationId,
        kind: row.kind,
        roomId: row.roomId,
        name: roomNames.get(row.conversationId) ?? row.name,
        currentName: row.name,
        people: people[place] ?? [],
        isExternal: row.isExternal,
        firstAt: row.firstAt,
        lastAt: lastOne?.sentAt ?? row.lastAt,
        lastMessage:
          lastOne && preview
            ? { messageId: lastOne.messageId, kind: lastOne.kind, preview: preview.text.slice(0, PREVIEW) }
            : null,
      };
    }),
  );
}

type TimedConversation = ConversationRow & { readonly at: UnixMs };

async function viewPeopleOf(
  tx: TenantTx,
  rows: readonly TimedConversation[],
  language: VerbContext['language'],
): Promise<readonly (readonly PersonView[])[]> {
  const shown = rows.map((row) => row.people.slice(0, MOST_PEOPLE));
  // The same id of two corps is two people.
  const known = Map.groupBy(await listPeopleByKeys(tx, [...new Set(shown.flat())]), (person) => person.personKey);
  const present = rows.map(({ connectionId, at }, place) =>
    (shown[place] ?? []).flatMap((key) => {
      const person = known.get(key)?.find((each) => each.connectionId === connectionId);
      return person === undefined ? [] : [{ person, at }];
    }),
  );
  const names = await listNamesAt(
    tx,
    present.flat().map(({ person, at }) => ({ ...person, at })),
  );
  const named = names.values();
  return present.map((people) => people.map(({ person }) => viewPerson(person, language, named.next().value ?? null)));
}

async function namesOfRooms(tx: TenantTx, rows: readonly TimedConversation[]): Promise<Map<string, string | null>> {
  const rooms = rows.flatMap(({ conversationId, connectionId, roomId, at }) =>
    roomId === null ? [] : [{ conversationId, connectionId, roomId, at }],
  );
  const names = await listRoomNamesAt(tx, rooms);
  return new Map(rooms.map(({ conversationId }, place) => [conversationId, names[place] ?? null]));
}
