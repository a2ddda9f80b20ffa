import type { AccessCondition, ConnectionId, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import { seenConversations } from '../conversations/seen-conversations.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Somebody in a room, from the first look that found them there to the last. */
export interface RoomMemberRow {
  readonly personKey: PersonKey;
  /** As their rooms tell it, of people who never took part in a message and so have no row of their own; else null. */
  readonly strangerName: string | null;
  readonly seenFrom: UnixMs;
  readonly seenUntil: UnixMs;
  /** The first look or event that found them gone; null while they are there. */
  readonly endedBy: UnixMs | null;
  /** As WeCom states it; it may lie before the first look. */
  readonly joinedAt: UnixMs | null;
  /** `joinedAt`, else `seenFrom`. */
  readonly since: UnixMs;
  readonly nickname: string | null;
  readonly isAdmin: boolean;
  readonly invitedBy: PersonKey | null;
}

export interface RoomMemberPlace {
  readonly at: UnixMs;
  readonly personKey: PersonKey;
}

const SINCE = 'coalesce(g.joined_at, g.seen_from)';

/**
 * Members of a room: those who are there by the time they joined, those who left by when they were gone, the last first.
 * A narrowed reader sees who takes part in messages that it may see.
 */
export async function listRoomMembers(
  tx: TenantTx,
  access: AccessCondition,
  room: { readonly connectionId: ConnectionId; readonly roomId: RoomId },
  page: { readonly left: boolean; readonly after: RoomMemberPlace | null; readonly limit: number },
): Promise<readonly RoomMemberRow[]> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const seen = seenConversations(access, tenant, values);
  const conditions = [
    `r.tenant_id = ${tenant}`,
    `r.connection_id = ${values.add(room.connectionId)}`,
    `r.room_id = ${values.add(room.roomId)}`,
    `g.ended_by IS ${page.left ? 'NOT NULL' : 'NULL'}`,
  ];
  if (access.kind !== 'all') conditions.push('g.person_key = ANY(c.people)');
  const order = page.left ? 'g.ended_by' : SINCE;
  if (page.after !== null) {
    const place = `(${values.add(new Date(page.after.at))}::timestamptz, ${values.add(page.after.personKey)})`;
    conditions.push(`(${order}, g.person_key) ${page.left ? '<' : '>'} ${place}`);
  }
  const inviter =
    access.kind === 'all' ? 'g.invited_by' : 'CASE WHEN g.invited_by = ANY(c.people) THEN g.invited_by END';
  const direction = page.left ? 'DESC' : 'ASC';
  const { rows } = await tx.query<RoomMemberRow>(
    `SELECT g.person_key AS "personKey", told.value AS "strangerName", g.seen_from AS "seenFrom", g.seen_until AS "seenUntil", g.ended_by AS "endedBy",
       g.joined_at AS "joinedAt", ${SINCE} AS since, g.nickname, g.is_admin AS "isAdmin", ${inviter} AS "invitedBy"
     FROM hw.rooms r
     JOIN ${seen} c ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
     JOIN hw.room_members g ON g.tenant_id = r.tenant_id AND g.connection_id = r.connection_id AND g.room_id = r.room_id
     LEFT JOIN hw.intervals told ON told.tenant_id = g.tenant_id AND told.connection_id = g.connection_id
       AND told.subject = 'person' AND told.subject_key = g.person_key AND told.attribute = 'name' AND told.ended_by IS NULL
     WHERE ${conditions.join(' AND ')}
     ORDER BY ${order} ${direction}, g.person_key ${direction} LIMIT ${values.add(page.limit)}`,
    values.all,
  );
  return rows;
}

/** How many of a room's members are known to be there and to have left, as far as the reader sees them. */
export async function countRoomMembers(
  tx: TenantTx,
  access: AccessCondition,
  room: { readonly connectionId: ConnectionId; readonly roomId: RoomId },
): Promise<{ readonly present: number; readonly left: number }> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const { rows } = await tx.query<{ present: number; left: number }>(
    `SELECT (count(*) FILTER (WHERE g.ended_by IS NULL))::int AS present,
       (count(*) FILTER (WHERE g.ended_by IS NOT NULL))::int AS left
     FROM hw.rooms r
     JOIN ${seenConversations(access, tenant, values)} c
       ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
     JOIN hw.room_members g ON g.tenant_id = r.tenant_id AND g.connection_id = r.connection_id AND g.room_id = r.room_id
     WHERE r.tenant_id = ${tenant} AND r.connection_id = ${values.add(room.connectionId)}
       AND r.room_id = ${values.add(room.roomId)} AND (${access.kind === 'all' ? 'true' : 'g.person_key = ANY(c.people)'})`,
    values.all,
  );
  return rows[0] ?? { present: 0, left: 0 };
}
