import { openPlaintext } from '@highwater/crypto';
import type { MessageToParse } from '@highwater/db';
import { FaultError, type CanonicalMessage, type ConnectionId, type Log } from '@highwater/domain';
import { deriveMessage, type MessageRows } from '../open/derive-message.ts';
import type { MessageKeys } from '../open/message-keys.ts';

export type ParseMessage = (plaintext: Uint8Array) => CanonicalMessage;

/**
 * What today's parser makes of a kept message, under its old id and number. A time that the message does not say stays
 * what it was. Null when the kept text does not open or makes no rows: then everything stays as it is.
 */
export function rederiveMessage(
  keys: MessageKeys,
  connectionId: ConnectionId,
  stored: MessageToParse,
  parse: ParseMessage,
  log: Log,
): MessageRows | null {
  const { messageId, seq, msgid, sentAt } = stored;
  try {
    const plaintext = openPlaintext(keys.plaintext, keys.tenantId, messageId, stored.sealedPlaintext);
    const envelope = { seq: BigInt(seq), msgid };
    return deriveMessage(keys, connectionId, envelope, plaintext, sentAt, { messageId, parse });
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    log.error('message not parsed again', { connectionId, seq, fault: error.fault });
    return null;
  }
}

const COLUMNS = [
  'msgid',
  'kind',
  'sentAt',
  'sentAtKnown',
  'sender',
  'roomId',
  'conversationId',
  'direction',
  'preMsgid',
] as const;

/** Whether the parser sees another message than before: its number of version alone is no difference. */
export function isOtherwise(stored: MessageToParse, { message }: MessageRows): boolean {
  return COLUMNS.some((column) => stored[column] !== message[column]);
}
