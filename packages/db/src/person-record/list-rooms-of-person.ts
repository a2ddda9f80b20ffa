import type { AccessCondition, ConversationId, RoomId, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import { seenConversations } from '../conversations/seen-conversations.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { PersonPlace } from './find-person.ts';

export interface RoomOfPerson {
  readonly roomId: RoomId;
  readonly conversationId: ConversationId;
  readonly name: string | null;
  readonly isExternal: boolean;
  readonly lastAt: UnixMs;
}

/**
 * Rooms that a person is or was in, by their members or by messages, latest first, at most `limit`. A narrowed reader sees
 * those in which it sees messages that the person takes part in.
 */
export async function listRoomsOfPerson(
  tx: TenantTx,
  access: AccessCondition,
  { connectionId, personKey }: PersonPlace,
  limit: number,
): Promise<readonly RoomOfPerson[]> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const seen = seenConversations(access, tenant, values);
  const connection = values.add(connectionId);
  const person = values.add(personKey);
  const isMember = `r.room_id IN (SELECT g.room_id FROM hw.room_members g
    WHERE g.tenant_id = ${tenant} AND g.connection_id = ${connection} AND g.person_key = ${person})`;
  // Before the people of what the reader sees are asked for.
  const wasThere = `r.conversation_id IN (SELECT a.conversation_id FROM hw.attendance a
    WHERE a.tenant_id = ${tenant} AND a.person_key = ${person} OFFSET 0)`;
  const { rows } = await tx.query<RoomOfPerson>(
    `SELECT r.room_id AS "roomId", r.conversation_id AS "conversationId", r.name, c.is_external AS "isExternal",
       c.last_at AS "lastAt"
     FROM hw.rooms r JOIN ${seen} c ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
     WHERE r.tenant_id = ${tenant} AND r.connection_id = ${connection}
       AND ${access.kind === 'all' ? `(${person} = ANY(c.people) OR ${isMember})` : `${wasThere} AND ${person} = ANY(c.people)`}
     ORDER BY c.last_at DESC, r.room_id LIMIT ${values.add(limit)}`,
    values.all,
  );
  return rows;
}

/** From the first look that found a person in a room to the last. */
export interface RoomStay {
  readonly roomId: RoomId;
  readonly seenFrom: UnixMs;
  readonly seenUntil: UnixMs;
  /** The look or event that found them gone; null while they are there. */
  readonly endedBy: UnixMs | null;
  /** As WeCom states it; it may lie before the first look. */
  readonly joinedAt: UnixMs | null;
  readonly nickname: string | null;
}

/** When a person was found in given rooms, oldest first. */
export async function listRoomStays(
  tx: TenantTx,
  { connectionId, personKey }: PersonPlace,
  roomIds: readonly RoomId[],
): Promise<readonly RoomStay[]> {
  const { rows } = await tx.query<RoomStay>(
    `SELECT room_id AS "roomId", seen_from AS "seenFrom", seen_until AS "seenUntil", ended_by AS "endedBy",
       joined_at AS "joinedAt", nickname
     FROM hw.room_members
     WHERE tenant_id = $1 AND connection_id = $2 AND person_key = $3 AND room_id = ANY($4::text[])
     ORDER BY seen_from`,
    [tx.tenantId, connectionId, personKey, roomIds],
  );
  return rows;
}
