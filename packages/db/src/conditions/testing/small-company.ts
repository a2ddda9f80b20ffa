import {
  DIRECTIONS,
  type ConversationId,
  type DialogId,
  type MediaId,
  type MessageId,
  type MessageKind,
  type PersonKey,
  type RoomId,
} from '@highwater/domain';
import type { MessageFacts } from '@highwater/permissions';
import { filterToken } from '@highwater/search';
import { addConnection, addMember, addMessages, newId, ROW_TIME } from '@highwater/testkit';
import { createHash } from 'node:crypto';
import type { ConversationKind } from '../../conversations/list-conversations.ts';
import { saveConversations } from '../../conversations/save-conversations.ts';
import { insertDialog } from '../../dialogs/freeze-dialog.ts';
import { insertMedia } from '../../media/insert-media.ts';
import { savePeople } from '../../people/save-people.ts';
import { saveRooms } from '../../rooms/save-rooms.ts';
import { insertSearchTokens } from '../../search-tokens/insert-search-tokens.ts';
import type { TenantTx } from '../../transactions/in-tenant.ts';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** The midnight (UTC) before the first message. */
export const START = Math.floor(ROW_TIME / DAY) * DAY;
export const DAYS = 24;

export const EMPLOYEES = ['ann', 'ben', 'cat', 'dan', 'eve'].map((key) => key as PersonKey);
export const CUSTOMERS = ['X', 'Y', 'Z'].map((end) => `wmTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2${end}` as PersonKey);
export const ROOMS = ['A', 'B', 'C'].map((end) => `wrTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2${end}` as RoomId);
export const KINDS: readonly MessageKind[] = ['text', 'image', 'file'];
const EVERYBODY = [...EMPLOYEES, ...CUSTOMERS];

export interface SmallMessage extends MessageFacts {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId;
}
export interface SmallFile {
  readonly mediaId: MediaId;
  readonly messageId: MessageId;
}
export interface SmallDialog {
  readonly dialogId: DialogId;
  readonly messages: readonly SmallMessage[];
}
export interface SmallConversation {
  readonly conversationId: ConversationId;
  readonly kind: ConversationKind;
  readonly roomId: RoomId | null;
}

/** A company as it is in memory; `saveSmallCompany` writes the same. */
export interface SmallCompany {
  readonly conversations: readonly SmallConversation[];
  /** By time and id. */
  readonly messages: readonly SmallMessage[];
  readonly files: readonly SmallFile[];
  readonly dialogs: readonly SmallDialog[];
}

export const hash = (token: string): number => createHash('sha256').update(token).digest().readInt32BE(0);
/** A number below `below` for a place, the same on every run. */
const pick = (place: number, salt: number, below: number): number =>
  ((place * 2_654_435_761 + salt * 40_503) >>> 7) % below;
const oneOf = <Value>(values: readonly Value[], at: number): Value => {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
};

/**
 * Three rooms, two pairs and a group over 24 days, many days without anything; messages of every kind and direction, of
 * nobody to four people, some at the same instant. One day of the first room has more messages than a calendar looks at.
 */
export function makeSmallCompany(): SmallCompany {
  const conversations: SmallConversation[] = [
    ...ROOMS.map((roomId) => ({ conversationId: newId<ConversationId>(), kind: 'room' as const, roomId })),
    ...(['pair', 'pair', 'group'] as const).map((kind) => ({
      conversationId: newId<ConversationId>(),
      kind,
      roomId: null,
    })),
  ];
  const [first] = conversations;
  const scattered = Array.from({ length: 200 }, (_, place): SmallMessage => {
    const { conversationId, roomId } = oneOf(conversations, pick(place, 1, conversations.length));
    const people = EVERYBODY.filter((_person, index) => pick(place, index + 2, 5) === 0);
    return {
      messageId: newId(),
      conversationId,
      roomId,
      people: place % 9 === 0 ? [] : people,
      kind: oneOf(KINDS, pick(place, 20, 4)),
      direction: oneOf(DIRECTIONS, pick(place, 21, 4)),
      sentAt: START + pick(place, 30, 10) * 2 * DAY + pick(place, 31, 5) * 6 * HOUR,
    };
  });
  const crowd = Array.from({ length: 115 }, (_, place): SmallMessage => ({
    messageId: newId(),
    conversationId: first?.conversationId ?? newId(),
    roomId: first?.roomId ?? null,
    people: [oneOf(EMPLOYEES, place < 110 ? 4 : place), oneOf(CUSTOMERS, 2)],
    kind: place < 110 ? 'text' : oneOf(KINDS, place),
    direction: place < 110 ? 'outbound' : 'inbound',
    sentAt: START + 22 * DAY + HOUR + place * 1000,
  }));
  const messages = [...scattered, ...crowd].toSorted(inOrder);
  const files = messages.flatMap(({ messageId, kind }) =>
    kind === 'text' ? [] : [{ mediaId: newId<MediaId>(), messageId }],
  );
  const dialogs = [...Map.groupBy(messages, ({ conversationId }) => conversationId).values()].flatMap((said) =>
    [0, 8, 16].map((from) => ({ dialogId: newId<DialogId>(), messages: said.slice(from, from + 5) })),
  );
  return { conversations, messages, files, dialogs };
}

export const inOrder = (one: SmallMessage, other: SmallMessage): number =>
  one.sentAt - other.sentAt || (one.messageId < other.messageId ? -1 : 1);

/** The index knows the facts of every row, or of those that `knowsFacts` names: rows of earlier releases have none. */
export async function saveSmallCompany(
  tx: TenantTx,
  company: SmallCompany,
  knowsFacts: (messageId: MessageId) => boolean = () => true,
): Promise<void> {
  const connectionId = await addConnection(tx);
  const { messages } = company;
  const times = { firstAt: START, lastAt: START + DAYS * DAY };
  const said = Map.groupBy(messages, ({ conversationId }) => conversationId);
  const conversations = company.conversations.map((conversation) => {
    const own = said.get(conversation.conversationId) ?? [];
    const people = [...new Set(own.flatMap((message) => message.people))].toSorted();
    const isExternal = own.some(({ direction }) => direction === 'inbound' || direction === 'outbound');
    return { ...conversation, people, isExternal, ...times };
  });
  await saveConversations(tx, connectionId, conversations);
  await saveRooms(
    tx,
    connectionId,
    conversations.flatMap(({ roomId, ...conversation }) => (roomId === null ? [] : [{ roomId, ...conversation }])),
  );
  await savePeople(tx, connectionId, [
    ...EMPLOYEES.map((personKey) => ({ personKey, writtenAs: personKey, kind: 'employee' as const, ...times })),
    ...CUSTOMERS.map((personKey) => ({ personKey, writtenAs: personKey, kind: 'external_contact' as const, ...times })),
  ]);
  await addMessages(tx, connectionId, messages);
  await insertMedia(
    tx,
    connectionId,
    company.files.map((file) => ({
      ...file,
      path: 'file',
      mediaKind: 'image',
      fileName: null,
      extension: null,
      expectedSize: '1',
      expectedMd5: null,
      sealedFileId: Buffer.from('sealed'),
      state: 'wanted',
      fault: null,
    })),
    START,
  );
  const memberId = await addMember(tx);
  for (const { dialogId, messages: frozen } of company.dialogs) {
    const [anchor] = frozen;
    if (anchor === undefined) continue;
    await insertDialog(tx, {
      dialogId,
      conversationId: anchor.conversationId,
      anchorId: anchor.messageId,
      gapMinutes: 30,
      reason: 'cited',
      sealedNote: null,
      isCut: false,
      messages: frozen,
      frozenBy: memberId,
      frozenAt: START,
    });
  }
  await insertSearchTokens(
    tx,
    messages.map((message) => ({
      messageId: message.messageId,
      sentAt: message.sentAt,
      tokens: tokensOf(message),
      ...(knowsFacts(message.messageId) ? { facts: factsOf(message) } : {}),
    })),
  );
}

function tokensOf({ people, kind, roomId, conversationId }: SmallMessage): number[] {
  const tokens = people.map((person) => filterToken.person(person));
  tokens.push(filterToken.conversation(conversationId), filterToken.kind(kind));
  if (roomId !== null) tokens.push(filterToken.room(roomId));
  return tokens.map(hash);
}

function factsOf({ people, kind, direction, roomId, conversationId }: SmallMessage) {
  return {
    kind,
    direction,
    hasMedia: kind !== 'text',
    conversation: hash(filterToken.conversation(conversationId)),
    room: roomId === null ? null : hash(filterToken.room(roomId)),
    people: people.map((person) => hash(filterToken.person(person))),
  };
}
