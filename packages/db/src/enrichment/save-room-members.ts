import type { ConnectionId, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import type { Fact } from '../intervals/observe.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface SeenMember {
  readonly personKey: PersonKey;
  readonly joinedAt: UnixMs | null;
  readonly nickname: string | null;
  readonly name: string | null;
  readonly invitedBy: PersonKey | null;
  readonly isAdmin: boolean;
}

export interface SeenMembers {
  readonly roomId: RoomId;
  readonly at: UnixMs;
  readonly members: readonly SeenMember[];
}

const LOOKS = 'jsonb_to_recordset($4::jsonb) AS l ("roomId" text, at timestamptz)';
const MEMBERS = `jsonb_to_recordset($3::jsonb) AS s ("roomId" text, "personKey" text, at timestamptz, "joinedAt" timestamptz,
  nickname text, "isAdmin" boolean, "invitedBy" text)`;
/** Joined once more: left and came back between two looks. */
const REJOINED = 's."joinedAt" > m.joined_at';

/**
 * Memberships of rooms whose members were all seen at `at`, as intervals: who is there still is widened, who is not is
 * ended, who joined again begins anew. Three statements whatever the number of rooms and members.
 *
 * A room also tells the names of members. They become the names of people whom no look of their own named: strangers who
 * never spoke have no row among the people, only this name. Returned as facts to observe.
 */
export async function saveRoomMembers(
  tx: TenantTx,
  connectionId: ConnectionId,
  rooms: readonly SeenMembers[],
): Promise<readonly Fact[]> {
  if (rooms.length === 0) return [];
  const members = rooms.flatMap(({ roomId, at, members: all }) =>
    [...new Map(all.map((member) => [member.personKey, member])).values()].map((member) => ({ ...member, roomId, at })),
  );
  const named = await saveMemberNames(tx, connectionId, members);
  const values = [
    tx.tenantId,
    connectionId,
    JSON.stringify(
      members.map(({ at, joinedAt, ...member }) => ({
        ...member,
        at: new Date(at).toISOString(),
        joinedAt: joinedAt === null ? null : new Date(joinedAt).toISOString(),
      })),
    ),
  ];
  const looks = JSON.stringify(rooms.map(({ roomId, at }) => ({ roomId, at: new Date(at).toISOString() })));
  await tx.query(
    `UPDATE hw.room_members m SET ended_by = greatest(m.seen_until, least(l.at, coalesce(s."joinedAt", l.at)))
     FROM ${LOOKS} JOIN hw.room_members open ON open.tenant_id = $1 AND open.connection_id = $2
       AND open.room_id = l."roomId" AND open.ended_by IS NULL
     LEFT JOIN ${MEMBERS} ON s."roomId" = open.room_id AND s."personKey" = open.person_key
     WHERE m.tenant_id = $1 AND m.connection_id = $2 AND m.room_id = open.room_id AND m.person_key = open.person_key
       AND m.ended_by IS NULL AND (s."personKey" IS NULL OR ${REJOINED})`,
    [...values, looks],
  );
  await tx.query(
    `UPDATE hw.room_members m SET seen_until = greatest(m.seen_until, s.at), joined_at = coalesce(m.joined_at, s."joinedAt"),
       nickname = s.nickname, is_admin = s."isAdmin", invited_by = coalesce(s."invitedBy", m.invited_by)
     FROM ${MEMBERS}
     WHERE m.tenant_id = $1 AND m.connection_id = $2 AND m.room_id = s."roomId" AND m.person_key = s."personKey"
       AND m.ended_by IS NULL`,
    values,
  );
  await tx.query(
    `INSERT INTO hw.room_members (tenant_id, connection_id, room_id, person_key, seen_from, seen_until, joined_at, nickname,
       is_admin, invited_by)
     SELECT $1, $2, s."roomId", s."personKey", times.at, times.at, s."joinedAt", s.nickname, s."isAdmin", s."invitedBy"
     FROM ${MEMBERS}
     LEFT JOIN LATERAL (SELECT * FROM hw.room_members m WHERE m.tenant_id = $1 AND m.connection_id = $2
       AND m.room_id = s."roomId" AND m.person_key = s."personKey" ORDER BY m.seen_from DESC LIMIT 1) m ON true
     CROSS JOIN LATERAL (SELECT greatest(s.at, m.ended_by, m.seen_until + interval '1 millisecond') AS at) times
     WHERE m.seen_from IS NULL OR m.ended_by IS NOT NULL`,
    values,
  );
  return named;
}

/** Gives people whom no look of their own named the name that a room tells; returns the names of those and of strangers. */
async function saveMemberNames(
  tx: TenantTx,
  connectionId: ConnectionId,
  members: readonly (SeenMember & { readonly at: UnixMs })[],
): Promise<readonly Fact[]> {
  const names = new Map(members.flatMap((member) => (member.name === null ? [] : [[member.personKey, member]])));
  if (names.size === 0) return [];
  const keys = [...names.keys()];
  const { rows } = await tx.query<{ key: PersonKey }>(
    `WITH told AS (SELECT * FROM unnest($3::text[], $4::text[]) AS t (key, name)),
     locked AS (SELECT person_key, state FROM hw.people WHERE tenant_id = $1 AND connection_id = $2
       AND person_key = ANY($3::text[]) ORDER BY person_key COLLATE "C" FOR NO KEY UPDATE),
     named AS (UPDATE hw.people p SET name = t.name FROM told t JOIN locked ON locked.person_key = t.key
       WHERE p.tenant_id = $1 AND p.connection_id = $2 AND p.person_key = t.key
         AND p.state NOT IN ('complete', 'disabled') AND p.name IS DISTINCT FROM t.name)
     SELECT t.key FROM told t LEFT JOIN locked ON locked.person_key = t.key
     WHERE locked.person_key IS NULL OR locked.state NOT IN ('complete', 'disabled')`,
    [tx.tenantId, connectionId, keys, keys.map((key) => names.get(key)?.name ?? null)],
  );
  return rows.flatMap(({ key }) => {
    const member = names.get(key);
    return member === undefined
      ? []
      : [{ subject: 'person' as const, subjectKey: key, attribute: 'name', value: member.name, at: member.at }];
  });
}
