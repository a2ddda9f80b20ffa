import type { AccessCondition, ConnectionId, ConversationId, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { listSeenConversations } from './list-seen-conversations.ts';
import { seenConversations } from './seen-conversations.ts';
import { MESSAGE_COLUMNS, type MessageRow } from '../messages/message-row.ts';

export type ConversationKind = 'room' | 'pair' | 'group' | 'self';

export interface ConversationRow {
  readonly conversationId: ConversationId;
  readonly connectionId: ConnectionId;
  readonly kind: ConversationKind;
  readonly roomId: RoomId | null;
  readonly name: string | null;
  readonly people: readonly PersonKey[];
  readonly isExternal: boolean;
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
}

const COLUMNS = `c.conversation_id AS "conversationId", c.connection_id AS "connectionId", c.kind, c.room_id AS "roomId",
  r.name, c.people, c.is_external AS "isExternal", c.first_at AS "firstAt", c.last_at AS "lastAt"`;
const JOIN_ROOM = `LEFT JOIN hw.rooms r
  ON r.tenant_id = c.tenant_id AND r.connection_id = c.connection_id AND r.room_id = c.room_id`;

/** Conversations with at least one message that the reader may see, latest first. */
export async function listConversations(
  tx: TenantTx,
  access: AccessCondition,
  filter: {
    kind: ConversationKind | null;
    /** Only those in which one of these ids of a person took part. */
    person: readonly PersonKey[] | null;
    after: { lastAt: UnixMs; conversationId: ConversationId } | null;
    limit: number;
  },
): Promise<readonly ConversationRow[]> {
  if (access.kind === 'none') return [];
  if (access.kind === 'where') {
    const places = await listSeenConversations(tx, access.any, filter);
    const ids = places.map(({ conversationId }) => conversationId);
    const rows = new Map((await listConversationsByIds(tx, access, ids)).map((row) => [row.conversationId, row]));
    return ids.flatMap((id) => rows.get(id) ?? []);
  }
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const conditions = [`c.tenant_id = ${tenant}`];
  if (filter.kind !== null) conditions.push(`c.kind = ${values.add(filter.kind)}`);
  if (filter.person !== null) conditions.push(`c.people && ${values.add(filter.person)}::text[]`);
  if (filter.after !== null) {
    conditions.push(
      `(c.last_at, c.conversation_id) < (${values.add(new Date(filter.after.lastAt))}, ${values.add(filter.after.conversationId)}::uuid)`,
    );
  }
  const { rows } = await tx.query<ConversationRow>(
    `SELECT ${COLUMNS} FROM hw.conversations c ${JOIN_ROOM} WHERE ${conditions.join(' AND ')}
     ORDER BY c.last_at DESC, c.conversation_id DESC LIMIT ${values.add(filter.limit)}`,
    values.all,
  );
  return rows;
}

/** Those of the conversations in which the reader may see something. */
export async function listConversationsByIds(
  tx: TenantTx,
  access: AccessCondition,
  conversationIds: readonly ConversationId[],
): Promise<readonly ConversationRow[]> {
  if (access.kind === 'none' || conversationIds.length === 0) return [];
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const { rows } = await tx.query<ConversationRow>(
    `SELECT ${COLUMNS} FROM ${seenConversations(access, tenant, values)} c ${JOIN_ROOM}
     WHERE c.tenant_id = ${tenant} AND c.conversation_id = ANY(${values.add(conversationIds)}::uuid[])`,
    values.all,
  );
  return rows;
}

/** The newest visible message of each conversation. */
export async function listLastMessages(
  tx: TenantTx,
  access: AccessCondition,
  conversationIds: readonly ConversationId[],
): Promise<readonly MessageRow[]> {
  const values = new SqlValues();
  const { rows } = await tx.query<MessageRow>(
    `SELECT newest.* FROM unnest(${values.add(conversationIds)}::uuid[]) AS wanted (conversation_id)
     CROSS JOIN LATERAL (
       SELECT ${MESSAGE_COLUMNS} FROM hw.messages m
       WHERE m.tenant_id = ${values.add(tx.tenantId)} AND m.conversation_id = wanted.conversation_id
         AND ${accessSql(access, 'm', values, true)}
       ORDER BY m.sent_at DESC, m.message_id DESC LIMIT 1) AS newest`,
    values.all,
  );
  return rows;
}
