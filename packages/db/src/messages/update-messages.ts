import type { MessageId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { Participant } from './insert-messages.ts';
import type { MessageToParse } from './list-messages-to-parse.ts';
import { noteAttendance } from './note-attendance.ts';

/** Writes what a parser made of stored messages over what was made before. Number and plaintext stay. */
export async function updateMessages(
  tx: TenantTx,
  messages: readonly Omit<MessageToParse, 'seq' | 'sealedPlaintext'>[],
): Promise<void> {
  if (messages.length === 0) return;
  const sorted = messages.toSorted((one, other) => (one.messageId < other.messageId ? -1 : 1));
  await tx.query(
    `UPDATE hw.messages m SET msgid = n.msgid, kind = n.kind, sent_at = n.sent_at, sent_at_known = n.sent_at_known,
       sender = n.sender, room_id = n.room_id, conversation_id = n.conversation_id, direction = n.direction,
       pre_msgid = n.pre_msgid, parser_version = n.parser_version, unknown_type = n.unknown_type
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::boolean[], $7::text[], $8::text[], $9::uuid[],
       $10::text[], $11::text[], $12::int[], $13::text[]) AS n (message_id, msgid, kind, sent_at, sent_at_known, sender,
       room_id, conversation_id, direction, pre_msgid, parser_version, unknown_type)
     WHERE m.tenant_id = $1 AND m.message_id = n.message_id`,
    [
      tx.tenantId,
      sorted.map((row) => row.messageId),
      sorted.map((row) => row.msgid),
      sorted.map((row) => row.kind),
      sorted.map((row) => new Date(row.sentAt)),
      sorted.map((row) => row.sentAtKnown),
      sorted.map((row) => row.sender),
      sorted.map((row) => row.roomId),
      sorted.map((row) => row.conversationId),
      sorted.map((row) => row.direction),
      sorted.map((row) => row.preMsgid),
      sorted.map((row) => row.parserVersion),
      sorted.map((row) => row.unknownType),
    ],
  );
}

/**
 * Makes these the participants of these messages, and no others. Returns the messages that lost somebody, or whose time
 * changed.
 */
export async function replaceParticipants(
  tx: TenantTx,
  messageIds: readonly MessageId[],
  participants: readonly Participant[],
): Promise<ReadonlySet<MessageId>> {
  const values = [
    tx.tenantId,
    participants.map((row) => row.messageId),
    participants.map((row) => row.personKey),
    participants.map((row) => new Date(row.sentAt)),
  ];
  const { rows } = await tx.query<{ id: MessageId }>(
    `DELETE FROM hw.participants p
     WHERE p.tenant_id = $1 AND p.message_id = ANY($5::uuid[])
       AND NOT EXISTS (SELECT FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) AS n (message_id, person_key, sent_at)
         WHERE n.message_id = p.message_id AND n.person_key = p.person_key AND n.sent_at = p.sent_at)
     RETURNING p.message_id AS id`,
    [...values, messageIds],
  );
  await noteAttendance(tx, participants);
  await tx.query(
    `INSERT INTO hw.participants (tenant_id, message_id, person_key, sent_at)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) ON CONFLICT DO NOTHING`,
    values,
  );
  return new Set(rows.map((row) => row.id));
}
