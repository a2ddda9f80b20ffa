import type { RoomId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** What rooms are called now, whoever sees them; one of each id. Null where no name is known. */
export async function listRoomsByIds(
  tx: TenantTx,
  roomIds: readonly RoomId[],
): Promise<readonly { readonly roomId: RoomId; readonly name: string | null }[]> {
  if (roomIds.length === 0) return [];
  const { rows } = await tx.query<{ roomId: RoomId; name: string | null }>(
    `SELECT DISTINCT ON (r.room_id) r.room_id AS "roomId", r.name FROM hw.rooms r
     WHERE r.tenant_id = $1 AND r.room_id = ANY($2::text[]) ORDER BY r.room_id, r.name NULLS LAST`,
    [tx.tenantId, roomIds],
  );
  return rows;
}
