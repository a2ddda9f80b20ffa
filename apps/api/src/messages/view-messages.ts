import { openPlaintext } from '@highwater/crypto';
import {
  listNamesAt,
  listPeopleOfMessages,
  listRecalls,
  listRoomNamesAt,
  type MessageRow,
  type TenantTx,
} from '@highwater/db';
import type { CanonicalMessage, TenantId } from '@highwater/domain';
import { hideFileIds, parseMessage } from '@highwater/wecom';
import type { z } from '@hono/zod-openapi';
import type { ApiDeps } from '../api-deps.ts';
import { viewMediaOf } from '../media/view-media.ts';
import { viewPerson, type PersonView } from '../people/view-person.ts';
import type { messageView } from '../schemas/message.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

export type MessageView = z.output<typeof messageView>;

export async function openMessage(deps: ApiDeps, tenantId: TenantId, row: MessageRow): Promise<CanonicalMessage> {
  const subkey = await deps.tenantKeys.subkey(tenantId, 'plaintext');
  return parseMessage(openPlaintext(subkey, tenantId, row.messageId, row.sealedPlaintext));
}

/**
 * Rows that the reader may see, opened and with their people, files and recalls, in the order given. People and rooms have
 * the names of the message's time.
 */
export async function viewMessages(
  { deps, language }: Pick<VerbContext, 'deps' | 'language'>,
  tx: TenantTx,
  rows: readonly MessageRow[],
): Promise<MessageView[]> {
  const people = await viewParticipants(tx, rows, language);
  const roomNames = await namesOfRooms(tx, rows);
  const media = await viewMediaOf(tx, rows);
  const recalls = await listRecalls(tx, rows);
  return Promise.all(
    rows.map(async (row) => {
      const present = people.get(row.messageId) ?? [];
      return {
        messageId: row.messageId,
        connectionId: row.connectionId,
        conversationId: row.conversationId,
        seq: row.seq,
        msgid: row.msgid,
        kind: row.kind,
        sentAt: row.sentAt,
        sentAtKnown: row.sentAtKnown,
        archivedAt: row.archivedAt,
        direction: row.direction,
        sender: present.find((person) => person.personKey === row.sender) ?? null,
        roomId: row.roomId,
        roomName: roomNames.get(row.messageId) ?? null,
        recalledAt: recalls.get(row.messageId) ?? null,
        quoted: null,
        message: hideFileIds(await openMessage(deps, tx.tenantId, row)),
        media: media.get(row.messageId) ?? [],
        people: present,
      };
    }),
  );
}

async function viewParticipants(
  tx: TenantTx,
  rows: readonly MessageRow[],
  language: VerbContext['language'],
): Promise<Map<string, PersonView[]>> {
  const sentAt = new Map(rows.map((row) => [row.messageId, row.sentAt]));
  const people = await listPeopleOfMessages(tx, [...sentAt.keys()]);
  const names = await listNamesAt(
    tx,
    people.map((person) => ({ ...person, at: sentAt.get(person.messageId) ?? 0 })),
  );
  const views = people.map((person, at) => ({
    messageId: person.messageId,
    view: viewPerson(person, language, names[at] ?? null),
  }));
  return new Map(
    [...Map.groupBy(views, ({ messageId }) => messageId)].map(([messageId, each]) => [
      messageId,
      each.map(({ view }) => view),
    ]),
  );
}

async function namesOfRooms(tx: TenantTx, rows: readonly MessageRow[]): Promise<Map<string, string | null>> {
  const inRooms = rows.flatMap(({ messageId, connectionId, roomId, sentAt }) =>
    roomId === null ? [] : [{ messageId, connectionId, roomId, at: sentAt }],
  );
  const names = await listRoomNamesAt(tx, inRooms);
  return new Map(inRooms.map(({ messageId }, at) => [messageId, names[at] ?? null]));
}
