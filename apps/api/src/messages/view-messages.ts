import { openPlaintext } from '@highwater/crypto';
import {
  listNamesAt,
  listPeopleOfMessages,
  listRecalls,
  listRoomNamesAt,
  type MessageRow,
  type TenantTx,
} from '@highwater/db';
import type { CanonicalMessage, MessageId, MessageKind, TenantId } from '@highwater/domain';
import { hideFileIds, namedPeople, parseMessage, peopleOf } from '@highwater/wecom';
import type { z } from '@hono/zod-openapi';
import type { ApiDeps } from '../api-deps.ts';
import { viewMediaOf } from '../media/view-media.ts';
import { byTheirMessages } from '../people/by-their-messages.ts';
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
 * the names of the message's time. In a room, where everybody receives everything, the people of a message are its sender
 * and whom it names; with `withReceivers` everybody.
 */
export async function viewMessages(
  { deps, language }: Pick<VerbContext, 'deps' | 'language'>,
  tx: TenantTx,
  rows: readonly MessageRow[],
  { withReceivers = false }: { readonly withReceivers?: boolean } = {},
): Promise<MessageView[]> {
  const opened = await Promise.all(
    rows.map(async (row) => {
      const message = await openMessage(deps, tx.tenantId, row);
      const isWhole = withReceivers || row.roomId === null || CALLS.has(row.kind);
      return { ...row, message: isWhole ? message : withoutReceivers(message) };
    }),
  );
  const people = await viewPeopleOf(tx, opened, language);
  const roomNames = await namesOfRooms(tx, rows);
  const media = await viewMediaOf(tx, rows);
  const recalls = await listRecalls(tx, rows);
  return opened.map((row) => {
    const present = people.get(row.messageId) ?? [];
    const tookPart = new Set(peopleOf(row.message));
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
      message: hideFileIds(row.message),
      media: media.get(row.messageId) ?? [],
      people: present.filter(({ personKey }) => tookPart.has(personKey)),
      named: present.filter(({ personKey }) => !tookPart.has(personKey)),
    };
  });
}

/** The receivers of a call were in it. */
const CALLS: ReadonlySet<string> = new Set<MessageKind>(['voiptext', 'meeting_voice_call', 'voip_doc_share']);

/** A room of five hundred would be told five hundred times on a page. */
function withoutReceivers(message: CanonicalMessage): CanonicalMessage {
  const named = namedPeople(message);
  const written = named.flatMap((key) => {
    const as = message.writtenAs[key];
    return as === undefined ? [] : [[key, as] as const];
  });
  const to = message.to.filter((key) => named.includes(key));
  return { ...message, to, writtenAs: Object.fromEntries(written) };
}

type TimedMessage = Pick<MessageRow, 'messageId' | 'sentAt'> & { readonly message: CanonicalMessage };

/** Sender, receivers and named people of each message, by the names of its time. */
export async function viewPeopleOf(
  tx: TenantTx,
  messages: readonly TimedMessage[],
  language: VerbContext['language'],
): Promise<ReadonlyMap<MessageId, readonly PersonView[]>> {
  const asked = messages.flatMap(({ messageId, message }) =>
    [...new Set([...peopleOf(message), ...namedPeople(message)])].map((personKey) => ({ messageId, personKey })),
  );
  const known = byTheirMessages(await listPeopleOfMessages(tx, { whole: [], named: asked }));
  const present = messages.flatMap(({ messageId, sentAt }) =>
    (known.get(messageId) ?? []).map((person) => ({ ...person, messageId, at: sentAt })),
  );
  const names = await listNamesAt(tx, present);
  const views = new Map<MessageId, PersonView[]>();
  for (const [at, person] of present.entries()) {
    const view = viewPerson(person, language, names[at] ?? null);
    views.set(person.messageId, [...(views.get(person.messageId) ?? []), view]);
  }
  return views;
}

async function namesOfRooms(tx: TenantTx, rows: readonly MessageRow[]): Promise<Map<string, string | null>> {
  const inRooms = rows.flatMap(({ messageId, connectionId, roomId, sentAt }) =>
    roomId === null ? [] : [{ messageId, connectionId, roomId, at: sentAt }],
  );
  const names = await listRoomNamesAt(tx, inRooms);
  return new Map(inRooms.map(({ messageId }, at) => [messageId, names[at] ?? null]));
}
