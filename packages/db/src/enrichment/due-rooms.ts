import type { ConnectionId, RoomId, RoomState, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface DueRoom {
  readonly roomId: RoomId;
  readonly isExternal: boolean;
  /** Which call knew it before. */
  readonly roomKind: 'customer' | 'internal' | null;
  readonly state: RoomState;
  readonly misses: number;
}

const COLUMNS = `room_id AS "roomId", is_external AS "isExternal", room_kind AS "roomKind", state, misses`;

/** Rooms that are to be looked at now: those whose time came first, and those whose time came last, who were just woken. */
export async function listDueRooms(
  tx: TenantTx,
  connectionId: ConnectionId,
  now: UnixMs,
  limit: number,
): Promise<readonly DueRoom[]> {
  const part = (order: string): string => `(SELECT ${COLUMNS} FROM hw.rooms
    WHERE tenant_id = $1 AND connection_id = $2 AND next_look_at <= $3 ORDER BY next_look_at ${order} LIMIT $4)`;
  const { rows } = await tx.query<DueRoom>(`${part('DESC')} UNION ${part('ASC')}`, [
    tx.tenantId,
    connectionId,
    new Date(now),
    limit,
  ]);
  return rows;
}

/** Has up to `limit` rooms that are not complete, or were not refreshed, looked at again, unless that was done since `wokenAt`. */
export async function wakeIncompleteRooms(
  tx: TenantTx,
  connectionId: ConnectionId,
  wokenAt: UnixMs,
  limit: number,
): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH missed AS (SELECT room_id FROM hw.rooms
       WHERE tenant_id = $1 AND connection_id = $2 AND next_look_at > $3
         AND (state <> 'complete' OR fault IS NOT NULL) AND (looked_at IS NULL OR looked_at < $3) LIMIT $4),
     locked AS (SELECT room_id FROM hw.rooms WHERE tenant_id = $1 AND connection_id = $2
       AND room_id IN (SELECT room_id FROM missed) ORDER BY room_id COLLATE "C" FOR NO KEY UPDATE)
     UPDATE hw.rooms r SET next_look_at = $3, misses = 0 FROM locked
     WHERE r.tenant_id = $1 AND r.connection_id = $2 AND r.room_id = locked.room_id`,
    [tx.tenantId, connectionId, new Date(wokenAt), limit],
  );
  return rowCount;
}
