import type { AccessCondition, ConnectionId, ConversationId, RoomId, UnixMs } from '@highwater/domain';
import { seenConversations } from '../conversations/seen-conversations.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface RoomRow {
  readonly roomId: RoomId;
  readonly connectionId: ConnectionId;
  readonly conversationId: ConversationId;
  readonly name: string | null;
  readonly isExternal: boolean;
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
}

/** Rooms with at least one message that the reader may see, by id, once per connection. `after` is the last one of the page before. */
export async function listRooms(
  tx: TenantTx,
  access: AccessCondition,
  page: { after: { roomId: RoomId; connectionId: ConnectionId } | null; limit: number },
): Promise<readonly RoomRow[]> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const seen = seenConversations(access, tenant, values);
  const conditions = [`r.tenant_id = ${tenant}`];
  if (page.after !== null) {
    const { roomId, connectionId } = page.after;
    conditions.push(`(r.room_id, r.connection_id) > (${values.add(roomId)}, ${values.add(connectionId)}::uuid)`);
  }
  const { rows } = await tx.query<RoomRow>(
    `SELECT r.room_id AS "roomId", r.connection_id AS "connectionId", r.conversation_id AS "conversationId", r.name,
       c.is_external AS "isExternal", c.first_at AS "firstAt", c.last_at AS "lastAt"
     FROM hw.rooms r JOIN ${seen} c ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
     WHERE ${conditions.join(' AND ')}
     ORDER BY r.room_id, r.connection_id LIMIT ${values.add(page.limit)}`,
    values.all,
  );
  return rows;
}
