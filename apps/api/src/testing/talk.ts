import { createSearchHasher, sealFileId, sealPlaintext } from '@highwater/crypto';
import {
  insertMedia,
  insertSearchTokens,
  inTenant,
  saveConversations,
  savePeople,
  saveRooms,
  type NewMedia,
} from '@highwater/db';
import type { CanonicalMessage, ConnectionId, ConversationId, MediaId, MessageId, PersonKey } from '@highwater/domain';
import { filterToken, textTokens } from '@highwater/search';
import { addConnection, addMessages, newId, ROW_TIME } from '@highwater/testkit';
import {
  isExternalMessage,
  isExternalPerson,
  listMedia,
  parseMessage,
  peopleOf,
  searchableText,
} from '@highwater/wecom';
import type { Company } from './company.ts';
import type { TestApi } from './start-api.ts';

export interface Saying {
  readonly from: string;
  readonly to: readonly string[];
  readonly text?: string;
  readonly roomId?: string;
  readonly msgid?: string;
  /** `msgtype` and body as WeCom writes them, of anything but a text. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Unix ms; a minute after the message before unless told. */
  readonly at?: number;
}

export interface SaidMessage {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId;
  readonly mediaIds: readonly MediaId[];
  readonly sentAt: number;
}

/** A connection in which people talk; what they say is stored as the worker stores it. */
export interface Talk {
  readonly connectionId: ConnectionId;
  say(saying: Saying): Promise<SaidMessage>;
}

export async function startTalk({ deps, database }: TestApi, { tenantId }: Pick<Company, 'tenantId'>): Promise<Talk> {
  const connectionId = await inTenant(database.database, tenantId, (tx) => addConnection(tx));
  const plaintextKey = await deps.tenantKeys.subkey(tenantId, 'plaintext');
  const fileKey = await deps.tenantKeys.subkey(tenantId, 'sdkfileid');
  const hash = createSearchHasher(await deps.tenantKeys.subkey(tenantId, 'search'));
  const conversations = new Map<string, ConversationId>();
  let seq = 0;

  function mediaOf(messageId: MessageId, parsed: CanonicalMessage): NewMedia[] {
    return listMedia(parsed.body).map(({ path, mediaKind, fileName, extension, sdkfileid }) => {
      const mediaId = newId<MediaId>();
      const sealedFileId = sdkfileid === null ? null : sealFileId(fileKey, tenantId, mediaId, sdkfileid);
      const about = { mediaId, messageId, path, mediaKind, fileName, extension, sealedFileId };
      return { ...about, expectedSize: null, expectedMd5: null, state: 'wanted', fault: null };
    });
  }

  return {
    connectionId,
    async say({ from, to, text = '', roomId = '', msgid = newId<string>(), body, at }) {
      seq += 1;
      const msgtime = at ?? ROW_TIME + seq * 60_000;
      const content = body ?? { msgtype: 'text', text: { content: text } };
      const plaintext = Buffer.from(
        JSON.stringify({ msgid, action: 'send', from, tolist: to, roomid: roomId, msgtime, ...content }),
      );
      const parsed = parseMessage(plaintext);
      const people = peopleOf(parsed);
      const isExternal = isExternalMessage(parsed);
      const place = parsed.roomId ?? people.toSorted().join('|');
      const conversationId = conversations.get(place) ?? newId<ConversationId>();
      conversations.set(place, conversationId);
      const messageId = newId<MessageId>();
      const seen = { firstAt: msgtime, lastAt: msgtime };
      const media = mediaOf(messageId, parsed);
      const message = {
        messageId,
        conversationId,
        people,
        seq: String(seq),
        msgid,
        kind: parsed.body.kind,
        sentAt: msgtime,
        roomId: parsed.roomId,
        direction: directionOf(parsed, isExternal),
        preMsgid: parsed.body.kind === 'revoke' ? parsed.body.preMsgid : null,
        sealedPlaintext: sealPlaintext(plaintextKey, tenantId, messageId, plaintext),
      } as const;
      await inTenant(database.database, tenantId, async (tx) => {
        await addMessages(tx, connectionId, [message], msgtime + 1000);
        const kind = people.length === 2 ? 'pair' : 'group';
        const conversation = { conversationId, roomId: parsed.roomId, people, isExternal, ...seen };
        await saveConversations(tx, connectionId, [{ ...conversation, kind: parsed.roomId === null ? kind : 'room' }]);
        await savePeople(
          tx,
          connectionId,
          people.map((personKey) => stub(personKey, parsed.writtenAs[personKey], seen)),
        );
        if (parsed.roomId !== null) {
          await saveRooms(tx, connectionId, [{ roomId: parsed.roomId, conversationId, isExternal, ...seen }]);
        }
        await insertMedia(tx, connectionId, media, msgtime);
        const tokens = tokensOf(parsed, people, conversationId);
        const facts = {
          kind: parsed.body.kind,
          direction: message.direction,
          hasMedia: media.length > 0,
          conversation: hash(filterToken.conversation(conversationId)),
          room: parsed.roomId === null ? null : hash(filterToken.room(parsed.roomId)),
          people: people.map((person) => hash(filterToken.person(person))),
        };
        await insertSearchTokens(tx, [{ messageId, sentAt: msgtime, tokens: [...tokens].map(hash), facts }]);
      });
      return { messageId, conversationId, mediaIds: media.map(({ mediaId }) => mediaId), sentAt: msgtime };
    },
  };
}

function directionOf({ from }: CanonicalMessage, isExternal: boolean): 'inbound' | 'outbound' | 'internal' {
  if (from !== null && isExternalPerson(from)) return 'inbound';
  return isExternal ? 'outbound' : 'internal';
}

function stub(personKey: PersonKey, writtenAs = String(personKey), seen: { firstAt: number; lastAt: number }) {
  const kind = isExternalPerson(personKey) ? 'external_contact' : 'employee';
  return { personKey, writtenAs, kind, ...seen } as const;
}

function tokensOf(
  parsed: CanonicalMessage,
  people: readonly PersonKey[],
  conversationId: ConversationId,
): ReadonlySet<string> {
  return new Set([
    ...textTokens(searchableText(parsed).map(({ text }) => text)),
    ...people.map((person) => filterToken.person(person)),
    ...(parsed.roomId === null ? [] : [filterToken.room(parsed.roomId)]),
    filterToken.conversation(conversationId),
    filterToken.kind(parsed.body.kind),
  ]);
}
