import type {
  ConnectionId,
  ConversationId,
  MessageId,
  MessageKind,
  PersonKey,
  RoomId,
  UnixMs,
} from '@highwater/domain';
import { encodeArray } from '../arrays/encode-array.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { Direction } from './message-row.ts';
import { noteAttendance, type Attendance } from './note-attendance.ts';

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
  /** Which parser made all this; 1, the first, unless told. */
  readonly parserVersion?: number;
  /** Of an unknown message: WeCom's word for its type, when it is one. */
  readonly unknownType?: string | null;
}

/** Adds messages of a connection that exists; one that is there already stays as it is. Returns the ids that are new. */
export async function insertMessages(
  tx: TenantTx,
  connectionId: ConnectionId,
  messages: readonly NewMessage[],
  archivedAt: UnixMs,
): Promise<ReadonlySet<MessageId>> {
  if (messages.length === 0) return new Set();
  const sorted = messages.toSorted((one, other) => (one.messageId < other.messageId ? -1 : 1));
  // Usually all are new: then the server says so once instead of a thousand times.
  const { rows } = await tx.query<{ some: MessageId[] | null }>(
    `WITH added AS (INSERT INTO hw.messages (tenant_id, connection_id, archived_at, message_id, seq, msgid, kind, sent_at, sent_at_known,
       sender, room_id, conversation_id, direction, pre_msgid, plaintext, parser_version, unknown_type)
     SELECT c.tenant_id, c.connection_id, $3, m.*
     FROM hw.connections c, unnest($4::uuid[], $5::numeric[], $6::text[], $7::text[], $8::timestamptz[], $9::boolean[],
       $10::text[], $11::text[], $12::uuid[], $13::text[], $14::text[], $15::bytea[], $16::int[], $17::text[]) AS m
     WHERE c.tenant_id = $1 AND c.connection_id = $2
     ON CONFLICT DO NOTHING RETURNING message_id)
     SELECT CASE WHEN count(*) < $18 THEN coalesce(array_agg(message_id::text), '{}') END AS some FROM added`,
    [
      tx.tenantId,
      connectionId,
      new Date(archivedAt),
      encodeArray.uuids(sorted.map((message) => message.messageId)),
      encodeArray.decimals(sorted.map((message) => message.seq)),
      encodeArray.texts(sorted.map((message) => message.msgid)),
      encodeArray.texts(sorted.map((message) => message.kind)),
      encodeArray.times(sorted.map((message) => message.sentAt)),
      encodeArray.booleans(sorted.map((message) => message.sentAtKnown)),
      encodeArray.texts(sorted.map((message) => message.sender)),
      encodeArray.texts(sorted.map((message) => message.roomId)),
      encodeArray.uuids(sorted.map((message) => message.conversationId)),
      encodeArray.texts(sorted.map((message) => message.direction)),
      encodeArray.texts(sorted.map((message) => message.preMsgid)),
      encodeArray.bytes(sorted.map((message) => message.sealedPlaintext)),
      encodeArray.ints(sorted.map((message) => message.parserVersion ?? 1)),
      encodeArray.texts(sorted.map((message) => message.unknownType ?? null)),
      sorted.length,
    ],
  );
  return new Set(rows[0]?.some ?? sorted.map((message) => message.messageId));
}

export interface Participant extends Attendance {
  readonly messageId: MessageId;
}

/** Who took part in which message: what access conditions look at. In the transaction that adds the messages. */
export async function insertParticipants(tx: TenantTx, participants: readonly Participant[]): Promise<void> {
  if (participants.length === 0) return;
  await noteAttendance(tx, participants);
  await tx.query(
    `INSERT INTO hw.participants (tenant_id, message_id, person_key, sent_at)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      encodeArray.uuids(participants.map((row) => row.messageId)),
      encodeArray.texts(participants.map((row) => row.personKey)),
      encodeArray.times(participants.map((row) => row.sentAt)),
    ],
  );
}
