import { setImmediate } from 'node:timers/promises';
import { openPlaintext } from '@highwater/crypto';
import { lockMessages, replaceSearchTokens, type MessageToFeed, type SearchRow, type TenantTx } from '@highwater/db';
import { FaultError, type CanonicalMessage, type Log, type MessageId } from '@highwater/domain';
import { filterToken } from '@highwater/search';
import { parseMessage } from '@highwater/wecom';
import { readFileTexts } from '../copies/read-file-texts.ts';
import { deriveTokens } from '../open/derive-tokens.ts';
import type { MessageKeys } from '../open/message-keys.ts';

/** Messages in memory at once. */
const CHUNK = 50;
/** Messages derived before other jobs of the process get their turn. */
const PER_TURN = 25;

/**
 * Makes the rows of the index of these messages anew, from their kept plaintexts and the texts of their files; a message
 * that does not exist is passed over. Returns how many did not open: those are found by people, time and kind, as their
 * columns say, and not by words.
 *
 * Harmless to repeat: a row is a function of what is kept, and is replaced as a whole. The messages are locked, so that
 * parsing them again, or a text that comes to one of their files, waits and then writes both.
 */
export async function indexMessages(
  deps: { readonly log: Log },
  tx: TenantTx,
  keys: MessageKeys,
  messageIds: readonly MessageId[],
): Promise<number> {
  let unreadable = 0;
  for (let at = 0; at < messageIds.length; at += CHUNK) {
    const messages = await lockMessages(tx, messageIds.slice(at, at + CHUNK));
    const textsOf = await readFileTexts(
      tx,
      keys,
      messages.map(({ messageId }) => messageId),
    );
    const rows: SearchRow[] = [];
    for (const [place, message] of messages.entries()) {
      if (place % PER_TURN === PER_TURN - 1) await setImmediate();
      const parsed = openMessage(keys, message);
      if (parsed === undefined) {
        unreadable += 1;
        deps.log.error('message not indexed by its words', { tenantId: keys.tenantId });
      }
      rows.push(rowOf(keys, message, parsed, await textsOf(message.messageId)));
    }
    await replaceSearchTokens(tx, rows);
  }
  return unreadable;
}

/** Undefined when the kept text does not open, or makes no message. */
export function openMessage(
  keys: MessageKeys,
  { messageId, sealedPlaintext }: Pick<MessageToFeed, 'messageId' | 'sealedPlaintext'>,
): CanonicalMessage | undefined {
  try {
    return parseMessage(openPlaintext(keys.plaintext, keys.tenantId, messageId, sealedPlaintext));
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return undefined;
  }
}

/** Facts as the message's own columns say them: filters of the index and of the archive agree. */
function rowOf(
  keys: MessageKeys,
  message: MessageToFeed,
  parsed: CanonicalMessage | undefined,
  fileTexts: readonly string[],
): SearchRow {
  const { messageId, sentAt, kind, direction, hasMedia, people, roomId, conversationId } = message;
  const facts = people.map((person) => filterToken.person(person));
  const room = roomId === null ? null : filterToken.room(roomId);
  if (room !== null) facts.push(room);
  facts.push(filterToken.conversation(conversationId), filterToken.kind(kind));
  return {
    messageId,
    sentAt,
    tokens:
      parsed === undefined
        ? keys.hashTexts(fileTexts, facts)
        : deriveTokens(keys.hashTexts, parsed, people, conversationId, fileTexts),
    facts: {
      kind,
      direction,
      hasMedia,
      conversation: keys.hashToken(filterToken.conversation(conversationId)),
      room: room === null ? null : keys.hashToken(room),
      people: people.map((person) => keys.hashToken(filterToken.person(person))),
    },
  };
}
