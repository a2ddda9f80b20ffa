import type { ConnectionId, ConversationId, RoomId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface SeenRoom {
  readonly roomId: RoomId;
  readonly conversationId: ConversationId;
  readonly isExternal: boolean;
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
}

/** Adds rooms as stubs without names and widens what is known of them. One row per room. */
export async function saveRooms(tx: TenantTx, connectionId: ConnectionId, rooms: readonly SeenRoom[]): Promise<void> {
  if (rooms.length === 0) return;
  const sorted = rooms.toSorted((one, other) => (one.roomId < other.roomId ? -1 : 1));
  await tx.query(
    `INSERT INTO hw.rooms AS kept (tenant_id, connection_id, room_id, conversation_id, is_external, first_at, last_at)
     SELECT $1, $2, * FROM unnest($3::text[], $4::uuid[], $5::boolean[], $6::timestamptz[], $7::timestamptz[])
     ON CONFLICT (tenant_id, connection_id, room_id) DO UPDATE
     SET is_external = kept.is_external OR excluded.is_external,
       first_at = least(kept.first_at, excluded.first_at), last_at = greatest(kept.last_at, excluded.last_at)
     WHERE (excluded.is_external AND NOT kept.is_external)
       OR excluded.first_at < kept.first_at OR excluded.last_at > kept.last_at`,
    [
      tx.tenantId,
      connectionId,
      sorted.map((room) => room.roomId),
      sorted.map((room) => room.conversationId),
      sorted.map((room) => room.isExternal),
      sorted.map((room) => new Date(room.firstAt)),
      sorted.map((room) => new Date(room.lastAt)),
    ],
  );
}
