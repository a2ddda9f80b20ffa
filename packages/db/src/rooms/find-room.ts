import type { AccessCondition, ConnectionId, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import { seenConversations } from '../conversations/seen-conversations.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { KNOWN_WHILE_SEEN, roomColumns, type RoomRow } from './room-row.ts';

/** Of an interval `i`: a narrowed reader is not told of an owner who takes part in nothing that it may see. */
const SEEN_OWNER = `(i.attribute <> 'owner' OR i.value = ANY(c.people))`;

export interface RoomRecordRow extends RoomRow {
  /** This and the notice: for a narrowed reader only what was true at a time of which it sees messages. */
  readonly owner: PersonKey | null;
  readonly notice: string | null;
  /** When it was made, as WeCom states it. */
  readonly madeAt: UnixMs | null;
  readonly lookedAt: UnixMs | null;
  readonly nextLookAt: UnixMs | null;
}

/** A room in which the reader may see something. */
export async function findRoom(
  tx: TenantTx,
  access: AccessCondition,
  connectionId: ConnectionId,
  roomId: RoomId,
): Promise<RoomRecordRow | undefined> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const isWhole = access.kind === 'all';
  const present = (attribute: string) => `(SELECT i.value FROM hw.intervals i WHERE i.tenant_id = r.tenant_id
    AND i.connection_id = r.connection_id AND i.subject = 'room' AND i.subject_key = r.room_id
    AND i.attribute = '${attribute}' AND i.ended_by IS NULL AND ${KNOWN_WHILE_SEEN} AND ${SEEN_OWNER})`;
  const { rows } = await tx.query<RoomRecordRow>(
    `SELECT ${roomColumns(isWhole)}, ${isWhole ? 'r.owner' : present('owner')} AS owner,
       ${isWhole ? 'r.notice' : present('notice')} AS notice, r.made_at AS "madeAt", r.looked_at AS "lookedAt",
       r.next_look_at AS "nextLookAt"
     FROM hw.rooms r
     JOIN ${seenConversations(access, tenant, values)} c
       ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
     WHERE r.tenant_id = ${tenant} AND r.connection_id = ${values.add(connectionId)} AND r.room_id = ${values.add(roomId)}`,
    values.all,
  );
  return rows[0];
}

/** A value of a room from the first look that found it to the last; `endedBy` is the look or event that found another. */
export interface RoomChange {
  readonly attribute: 'name' | 'owner' | 'notice';
  readonly value: string;
  readonly seenFrom: UnixMs;
  readonly seenUntil: UnixMs;
  readonly endedBy: UnixMs | null;
}

/** What a room was called, whose it was and its notices, newest first, at most `limit`. */
export async function listRoomHistory(
  tx: TenantTx,
  access: AccessCondition,
  room: { readonly connectionId: ConnectionId; readonly roomId: RoomId },
  limit: number,
): Promise<readonly RoomChange[]> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const isWhole = access.kind === 'all';
  const { rows } = await tx.query<RoomChange>(
    `SELECT i.attribute, i.value, i.seen_from AS "seenFrom", i.seen_until AS "seenUntil", i.ended_by AS "endedBy"
     FROM hw.rooms r
     JOIN ${seenConversations(access, tenant, values)} c
       ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
     JOIN hw.intervals i ON i.tenant_id = r.tenant_id AND i.connection_id = r.connection_id AND i.subject = 'room'
       AND i.subject_key = r.room_id
     WHERE r.tenant_id = ${tenant} AND r.connection_id = ${values.add(room.connectionId)}
       AND r.room_id = ${values.add(room.roomId)} AND i.attribute IN ('name', 'owner', 'notice')
       AND (${isWhole ? 'true' : `${KNOWN_WHILE_SEEN} AND ${SEEN_OWNER}`})
     ORDER BY i.seen_from DESC, i.attribute LIMIT ${values.add(limit)}`,
    values.all,
  );
  return rows;
}
