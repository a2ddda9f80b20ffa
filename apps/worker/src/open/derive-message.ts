import { keyedId, sealPlaintext } from '@highwater/crypto';
import type { Direction, NewConsent, NewMedia, NewMessage, SearchFacts, SeenConversation } from '@highwater/db';
import {
  FaultError,
  type CanonicalMessage,
  type ConnectionId,
  type MessageId,
  type PersonKey,
  type UnixMs,
} from '@highwater/domain';
import {
  isExternalMessage,
  isExternalPerson,
  PARSER_VERSION,
  parseMessage,
  peopleOf,
  type Envelope,
} from '@highwater/wecom';
import { cleanText } from './clean-text.ts';
import { deriveConsent } from './derive-consent.ts';
import { deriveMedia } from './derive-media.ts';
import { deriveFacts } from './derive-facts.ts';
import { deriveTokens } from './derive-tokens.ts';
import type { MessageKeys } from './message-keys.ts';

/** Everything that one plaintext becomes in the database: a pure function of plaintext, keys and page time. */
export interface MessageRows {
  readonly message: NewMessage;
  readonly people: readonly PersonKey[];
  readonly writtenAs: Readonly<Record<string, string>>;
  readonly conversation: Pick<SeenConversation, 'conversationId' | 'kind' | 'isExternal'>;
  readonly media: readonly NewMedia[];
  readonly consent: NewConsent | null;
  readonly tokens: readonly number[];
  readonly facts: SearchFacts;
}

/** Ids of WeCom have at most 64 bytes; a B-tree entry takes 2,700. One absurd id must not keep a page from opening. */
const LONGEST_ID = 500;

/** `known` is for a message that has its id already, and for another parser. */
export function deriveMessage(
  keys: MessageKeys,
  connectionId: ConnectionId,
  envelope: Pick<Envelope, 'seq' | 'msgid'>,
  plaintext: Uint8Array,
  receivedAt: UnixMs,
  known: { readonly messageId?: MessageId; readonly parse?: (plaintext: Uint8Array) => CanonicalMessage } = {},
): MessageRows {
  const parsed = (known.parse ?? parseMessage)(plaintext);
  const msgid = parsed.msgid === '' ? cleanText(envelope.msgid) : parsed.msgid;
  const seq = envelope.seq.toString();
  const people = peopleOf(parsed);
  checkIds([msgid, parsed.roomId ?? '', ...people]);
  // Without a msgid nothing says that two equal texts are one message, so the number tells them apart.
  const identity = msgid === '' ? ['', seq] : [msgid];
  const messageId = known.messageId ?? (keyedId(keys.messageId, connectionId, ...identity, plaintext) as MessageId);
  const conversation = findConversation(keys, connectionId, parsed, people);
  const sentAt = parsed.sentAt ?? receivedAt;
  const direction = directionOf(parsed);
  return {
    message: {
      messageId,
      seq,
      msgid,
      kind: parsed.body.kind,
      sentAt,
      sentAtKnown: parsed.sentAt !== null,
      sender: parsed.from,
      roomId: parsed.roomId,
      conversationId: conversation.conversationId,
      direction,
      preMsgid: parsed.body.kind === 'revoke' ? cleanText(parsed.body.preMsgid).slice(0, LONGEST_ID) : null,
      sealedPlaintext: sealPlaintext(keys.plaintext, keys.tenantId, messageId, plaintext),
      parserVersion: PARSER_VERSION,
      unknownType: unknownTypeOf(parsed),
    },
    people,
    writtenAs: parsed.writtenAs,
    conversation,
    media: deriveMedia(keys, messageId, parsed),
    consent: deriveConsent(messageId, parsed, sentAt),
    tokens: deriveTokens(keys.hashTexts, parsed, people, conversation.conversationId),
    facts: deriveFacts(keys.hashToken, parsed, people, conversation.conversationId, direction),
  };
}

/** A room, or the set of people who talk without one; one person alone (switch logs) is `self`. */
function findConversation(
  keys: MessageKeys,
  connectionId: ConnectionId,
  parsed: CanonicalMessage,
  people: readonly PersonKey[],
): MessageRows['conversation'] {
  const isExternal = isExternalMessage(parsed);
  const idOf = (...parts: string[]) => keys.conversationIdOf(connectionId, ...parts);
  if (parsed.roomId !== null) return { conversationId: idOf('room', parsed.roomId), kind: 'room', isExternal };
  const kind = people.length < 2 ? 'self' : people.length === 2 ? 'pair' : 'group';
  return { conversationId: idOf('people', ...people.toSorted()), kind, isExternal };
}

function directionOf(parsed: CanonicalMessage): Direction {
  if (parsed.from === null || parsed.body.kind === 'switch') return 'none';
  if (isExternalPerson(parsed.from)) return 'inbound';
  return isExternalMessage(parsed) ? 'outbound' : 'internal';
}

/** A word, as WeCom's types are, and nothing that could be content. */
const TYPE_WORD = /^[\w.-]{1,64}$/;

function unknownTypeOf({ body }: CanonicalMessage): string | null {
  return body.kind === 'unknown' && TYPE_WORD.test(body.sourceType) ? body.sourceType : null;
}

function checkIds(ids: readonly string[]): void {
  if (ids.some((id) => Buffer.byteLength(id) > LONGEST_ID)) throw new FaultError('envelope.unreadable');
}
