import type { ConversationId, Direction, MessageId, MessageKind, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** All that an index holds of a message, but its texts. */
export interface MessageToFeed {
  readonly messageId: MessageId;
  readonly sentAt: UnixMs;
  readonly kind: MessageKind;
  readonly direction: Direction;
  readonly roomId: RoomId | null;
  readonly conversationId: ConversationId;
  readonly people: readonly PersonKey[];
  readonly hasMedia: boolean;
  readonly isRecalled: boolean;
  readonly sealedPlaintext: Buffer;
}

/** For `FROM hw.messages m`; $1 is the tenant. */
const COLUMNS = `m.message_id AS "messageId", m.sent_at AS "sentAt", m.kind, m.direction, m.room_id AS "roomId",
  m.conversation_id AS "conversationId", m.plaintext AS "sealedPlaintext",
  ARRAY(SELECT p.person_key FROM hw.participants p
    WHERE p.tenant_id = $1 AND p.message_id = m.message_id ORDER BY 1) AS people,
  EXISTS (SELECT FROM hw.media f WHERE f.tenant_id = $1 AND f.message_id = m.message_id) AS "hasMedia",
  m.msgid <> '' AND EXISTS (SELECT FROM hw.messages r WHERE r.tenant_id = $1
    AND r.connection_id = m.connection_id AND r.pre_msgid = m.msgid) AS "isRecalled"`;

/** Those of these messages that exist, in the order of their ids. */
export async function listMessagesToFeed(
  tx: TenantTx,
  messageIds: readonly MessageId[],
): Promise<readonly MessageToFeed[]> {
  const { rows } = await tx.query<MessageToFeed>(
    `SELECT ${COLUMNS} FROM hw.messages m
     WHERE m.tenant_id = $1 AND m.message_id = ANY($2::uuid[]) ORDER BY m.message_id`,
    [tx.tenantId, messageIds],
  );
  return rows;
}

/** The same, locked until the transaction ends: parsing them again waits. */
export async function lockMessages(tx: TenantTx, messageIds: readonly MessageId[]): Promise<readonly MessageToFeed[]> {
  const { rows } = await tx.query<MessageToFeed>(
    `SELECT ${COLUMNS} FROM hw.messages m
     WHERE m.tenant_id = $1 AND m.message_id = ANY($2::uuid[]) ORDER BY m.message_id FOR NO KEY UPDATE`,
    [tx.tenantId, messageIds],
  );
  return rows;
}

/** Messages that some of these take back. */
export async function listRecalledBy(tx: TenantTx, messageIds: readonly MessageId[]): Promise<readonly MessageId[]> {
  const { rows } = await tx.query<{ id: MessageId }>(
    `SELECT DISTINCT o.message_id AS id FROM hw.messages r
     JOIN hw.messages o ON o.tenant_id = $1 AND o.connection_id = r.connection_id AND o.msgid = r.pre_msgid
     WHERE r.tenant_id = $1 AND r.message_id = ANY($2::uuid[]) AND r.pre_msgid IS NOT NULL AND r.pre_msgid <> ''`,
    [tx.tenantId, messageIds],
  );
  return rows.map(({ id }) => id);
}

/** Ids of messages behind `after`, in their order. */
export async function listMessageIds(
  tx: TenantTx,
  after: MessageId | null,
  limit: number,
): Promise<readonly MessageId[]> {
  const { rows } = await tx.query<{ id: MessageId }>(
    `SELECT message_id AS id FROM hw.messages WHERE tenant_id = $1 AND ($2::uuid IS NULL OR message_id > $2)
     ORDER BY message_id LIMIT $3`,
    [tx.tenantId, after, limit],
  );
  return rows.map(({ id }) => id);
}

/**
 * The messages of the next stretch of time from `from` on, oldest first: about `limit`, and all of the last
 * millisecond. `until` is where the next stretch begins; null when this was the last.
 */
export async function listStretchOfTime(
  tx: TenantTx,
  from: UnixMs | null,
  limit: number,
): Promise<{ readonly messageIds: readonly MessageId[]; readonly until: UnixMs | null }> {
  const start = from === null ? null : new Date(from);
  const { rows: cut } = await tx.query<{ at: UnixMs }>(
    `SELECT sent_at AS at FROM hw.messages WHERE tenant_id = $1 AND ($2::timestamptz IS NULL OR sent_at >= $2)
     ORDER BY sent_at, message_id OFFSET $3 LIMIT 1`,
    [tx.tenantId, start, limit],
  );
  const until = cut[0] === undefined ? null : cut[0].at + 1;
  const { rows } = await tx.query<{ id: MessageId }>(
    `SELECT message_id AS id FROM hw.messages WHERE tenant_id = $1 AND ($2::timestamptz IS NULL OR sent_at >= $2)
       AND ($3::timestamptz IS NULL OR sent_at < $3) ORDER BY sent_at, message_id`,
    [tx.tenantId, start, until === null ? null : new Date(until)],
  );
  return { messageIds: rows.map(({ id }) => id), until };
}

/** Which of these are neither among the messages nor still to be fed. */
export async function listStrangers(tx: TenantTx, messageIds: readonly MessageId[]): Promise<readonly MessageId[]> {
  if (messageIds.length === 0) return [];
  const { rows } = await tx.query<{ id: MessageId }>(
    `SELECT id FROM unnest($2::uuid[]) AS id
     WHERE NOT EXISTS (SELECT FROM hw.messages m WHERE m.tenant_id = $1 AND m.message_id = id)
       AND NOT EXISTS (SELECT FROM hw.index_feed f WHERE f.tenant_id = $1 AND f.message_id = id)`,
    [tx.tenantId, messageIds],
  );
  return rows.map(({ id }) => id);
}

/** Which of these messages nothing in the feed speaks of. */
export async function listUnfed(tx: TenantTx, messageIds: readonly MessageId[]): Promise<readonly MessageId[]> {
  if (messageIds.length === 0) return [];
  const { rows } = await tx.query<{ id: MessageId }>(
    `SELECT m.message_id AS id FROM hw.messages m WHERE m.tenant_id = $1 AND m.message_id = ANY($2::uuid[])
       AND NOT EXISTS (SELECT FROM hw.index_feed f WHERE f.tenant_id = $1 AND f.message_id = m.message_id)`,
    [tx.tenantId, messageIds],
  );
  return rows.map(({ id }) => id);
}
