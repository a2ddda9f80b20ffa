import type { AccessCondition, ConnectionId, RoomId, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import { seenConversations } from '../conversations/seen-conversations.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface SeenRoom {
  readonly roomId: RoomId;
  readonly connectionId: ConnectionId;
  /** As far as the reader may know: outsiders take part in what it sees. */
  readonly isExternal: boolean;
  /** When the newest message that the reader may see was sent. */
  readonly at: UnixMs;
}

/** Of the rooms those in which the reader may see a message, once per connection. */
export async function listRoomsSeen(
  tx: TenantTx,
  access: AccessCondition,
  roomIds: readonly RoomId[],
): Promise<readonly SeenRoom[]> {
  if (roomIds.length === 0) return [];
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const { rows } = await tx.query<SeenRoom>(
    `SELECT r.room_id AS "roomId", r.connection_id AS "connectionId", c.is_external AS "isExternal", c.last_at AS at
     FROM hw.rooms r JOIN ${seenConversations(access, tenant, values)} c
       ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
     WHERE r.tenant_id = ${tenant} AND r.room_id = ANY(${values.add(roomIds)}::text[])`,
    values.all,
  );
  return rows;
}
