import type {
  ConnectionId,
  ConversationId,
  Direction,
  MessageId,
  MessageKind,
  PersonKey,
  RoomId,
  UnixMs,
} from '@highwater/domain';

export type { Direction } from '@highwater/domain';

/** A stored message: query columns in clear, the plaintext sealed. */
export interface MessageRow {
  readonly messageId: MessageId;
  readonly connectionId: ConnectionId;
  /** Decimal. */
  readonly seq: string;
  readonly msgid: string;
  readonly kind: MessageKind;
  readonly sentAt: UnixMs;
  readonly sentAtKnown: boolean;
  readonly archivedAt: UnixMs;
  readonly sender: PersonKey | null;
  readonly roomId: RoomId | null;
  readonly conversationId: ConversationId;
  readonly direction: Direction;
  readonly sealedPlaintext: Buffer;
}

/** For `FROM hw.messages m`. */
export const MESSAGE_COLUMNS = `m.message_id AS "messageId", m.connection_id AS "connectionId", m.seq, m.msgid, m.kind,
  m.sent_at AS "sentAt", m.sent_at_known AS "sentAtKnown", m.archived_at AS "archivedAt", m.sender, m.room_id AS "roomId",
  m.conversation_id AS "conversationId", m.direction, m.plaintext AS "sealedPlaintext"`;
