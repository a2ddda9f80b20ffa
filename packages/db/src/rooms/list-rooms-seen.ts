import type { AccessCondition, ConnectionId, RoomId, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** A room's newest messages among which one is looked for that the reader may see. */
const LOOKED_AT = 1_000;

export interface SeenRoom {
  readonly roomId: RoomId;
  readonly connectionId: ConnectionId;
  readonly isExternal: boolean;
  readonly at: UnixMs;
}

/** Of the rooms those in which the reader may see one of the newest messages, once per connection, and when that was. */
export async function listRoomsSeen(
  tx: TenantTx,
  access: AccessCondition,
  roomIds: readonly RoomId[],
): Promise<readonly SeenRoom[]> {
  if (roomIds.length === 0) return [];
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const { rows } = await tx.query<SeenRoom>(
    `SELECT r.room_id AS "roomId", r.connection_id AS "connectionId", c.is_external AS "isExternal",
       last.sent_at AS at
     FROM hw.rooms r JOIN hw.conversations c ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id, LATERAL (
       SELECT m.sent_at FROM (
         SELECT tenant_id, message_id, sent_at FROM hw.messages
         WHERE tenant_id = ${tenant} AND conversation_id = r.conversation_id
         ORDER BY sent_at DESC, message_id DESC LIMIT ${LOOKED_AT}
       ) m WHERE ${accessSql(access, 'm', values)} ORDER BY m.sent_at DESC, m.message_id DESC LIMIT 1
     ) last
     WHERE r.tenant_id = ${tenant} AND r.room_id = ANY(${values.add(roomIds)}::text[])`,
    values.all,
  );
  return rows;
}
