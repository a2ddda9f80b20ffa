import type {
  ConnectionId,
  ConversationId,
  MessageId,
  MessageKind,
  PersonKey,
  RoomId,
  UnixMs,
} from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { Direction } from './message-row.ts';

export interface NewMessage {
  readonly messageId: MessageId;
  /** Decimal. */
  readonly seq: string;
  readonly msgid: string;
  readonly kind: MessageKind;
  readonly sentAt: UnixMs;
  /** False when WeCom gave no usable time and `sentAt` is the archive's. */
  readonly sentAtKnown: boolean;
  readonly sender: PersonKey | null;
  readonly roomId: RoomId | null;
  readonly conversationId: ConversationId;
  readonly direction: Direction;
  /** Of a recall: the msgid that it takes back. */
  readonly preMsgid: string | null;
  readonly sealedPlaintext: Uint8Array;
}

/** Adds messages; one that is there already stays as it is. Returns the ids that are new. */
export async function insertMessages(
  tx: TenantTx,
  connectionId: ConnectionId,
  messages: readonly NewMessage[],
  archivedAt: UnixMs,
): Promise<ReadonlySet<MessageId>> {
  if (messages.length === 0) return new Set();
  const sorted = messages.toSorted((one, other) => (one.messageId < other.messageId ? -1 : 1));
  const { rows } = await tx.query<{ id: MessageId }>(
    `INSERT INTO hw.messages (tenant_id, connection_id, archived_at, message_id, seq, msgid, kind, sent_at, sent_at_known,
       sender, room_id, conversation_id, direction, pre_msgid, plaintext)
     SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::numeric[], $6::text[], $7::text[], $8::timestamptz[], $9::boolean[],
       $10::text[], $11::text[], $12::uuid[], $13::text[], $14::text[], $15::bytea[])
     ON CONFLICT DO NOTHING RETURNING message_id AS id`,
    [
      tx.tenantId,
      connectionId,
      new Date(archivedAt),
      sorted.map((message) => message.messageId),
      sorted.map((message) => message.seq),
      sorted.map((message) => message.msgid),
      sorted.map((message) => message.kind),
      sorted.map((message) => new Date(message.sentAt)),
      sorted.map((message) => message.sentAtKnown),
      sorted.map((message) => message.sender),
      sorted.map((message) => message.roomId),
      sorted.map((message) => message.conversationId),
      sorted.map((message) => message.direction),
      sorted.map((message) => message.preMsgid),
      sorted.map((message) => message.sealedPlaintext),
    ],
  );
  return new Set(rows.map((row) => row.id));
}

/** Who took part in which message: what access conditions look at. */
export async function insertParticipants(
  tx: TenantTx,
  participants: readonly { readonly messageId: MessageId; readonly personKey: PersonKey; readonly sentAt: UnixMs }[],
): Promise<void> {
  if (participants.length === 0) return;
  await tx.query(
    `INSERT INTO hw.participants (tenant_id, message_id, person_key, sent_at)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      participants.map((row) => row.messageId),
      participants.map((row) => row.personKey),
      participants.map((row) => new Date(row.sentAt)),
    ],
  );
}
