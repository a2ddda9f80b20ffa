import type { ConnectionId, Fault, PersonKey, RoomId, RoomState, UnixMs } from '@highwater/domain';
import { observe, type Fact } from '../intervals/observe.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { saveRoomMembers, type SeenMember } from './save-room-members.ts';

/** What is known of a room now. */
export interface RoomFacts {
  readonly roomKind: 'customer' | 'internal';
  readonly name: string | null;
  readonly owner: PersonKey | null;
  readonly notice: string | null;
  readonly madeAt: UnixMs | null;
  readonly members: readonly SeenMember[];
}

/** A look at a room and what came of it. */
export interface RoomLook {
  readonly roomId: RoomId;
  readonly state: RoomState;
  readonly fault: Fault | null;
  readonly misses: number;
  /** When WeCom was asked, or would have been. A room that was woken after that stays due. */
  readonly at: UnixMs;
  /** False where no secret could ask: then the time of the last look stays. */
  readonly wasAsked: boolean;
  readonly nextLookAt: UnixMs;
  /** Null where the look brought nothing: what was known before stays. */
  readonly facts: RoomFacts | null;
}

/**
 * Writes looks at rooms, each at most once, with their members and history. Where an outsider appeared, the consents of the
 * room are due at once. The caller holds `lockEnriching`.
 */
export async function saveRoomLooks(
  tx: TenantTx,
  connectionId: ConnectionId,
  looks: readonly RoomLook[],
): Promise<void> {
  if (looks.length === 0) return;
  const found = looks.flatMap(({ roomId, at, facts }) =>
    facts === null ? [] : [{ roomId, at, members: facts.members }],
  );
  // People before rooms: the order in which opening a page locks them.
  const named = await saveRoomMembers(tx, connectionId, found);
  const rows = looks.map(({ facts, at, nextLookAt, ...look }) => ({
    ...look,
    found: facts !== null,
    roomKind: facts?.roomKind ?? null,
    name: facts?.name ?? null,
    owner: facts?.owner ?? null,
    notice: facts?.notice ?? null,
    madeAt: facts === null || facts.madeAt === null ? null : new Date(facts.madeAt).toISOString(),
    memberCount: facts?.members.length ?? null,
    lookedAt: new Date(at).toISOString(),
    nextLookAt: new Date(nextLookAt).toISOString(),
  }));
  await tx.query(
    `WITH look AS (SELECT * FROM jsonb_to_recordset($3::jsonb) AS l ("roomId" text, state text, fault text, misses integer,
       found boolean, "wasAsked" boolean, "lookedAt" timestamptz, "nextLookAt" timestamptz, "roomKind" text, name text, owner text, notice text,
       "madeAt" timestamptz, "memberCount" integer)),
     locked AS (SELECT room_id FROM hw.rooms WHERE tenant_id = $1 AND connection_id = $2
       AND room_id IN (SELECT "roomId" FROM look) ORDER BY room_id COLLATE "C" FOR NO KEY UPDATE)
     UPDATE hw.rooms r SET state = l.state, fault = l.fault, misses = l.misses,
       looked_at = CASE WHEN l."wasAsked" THEN greatest(r.looked_at, l."lookedAt") ELSE r.looked_at END,
       next_look_at = CASE WHEN r.next_look_at > l."lookedAt" AND r.next_look_at < l."nextLookAt"
         THEN r.next_look_at ELSE l."nextLookAt" END,
       room_kind = coalesce(l."roomKind", r.room_kind), name = CASE WHEN l.found THEN coalesce(l.name, r.name) ELSE r.name END,
       owner = CASE WHEN l.found THEN l.owner ELSE r.owner END,
       notice = CASE WHEN l.found THEN l.notice ELSE r.notice END,
       made_at = coalesce(l."madeAt", r.made_at), member_count = coalesce(l."memberCount", r.member_count),
       next_consent_look_at = CASE WHEN EXISTS (SELECT FROM hw.room_members g WHERE g.tenant_id = $1 AND g.connection_id = $2
           AND g.room_id = r.room_id AND g.ended_by IS NULL AND g.seen_from >= l."lookedAt" AND g.person_key ~ '^w[mo]'
           AND NOT EXISTS (SELECT FROM hw.consent_states s WHERE s.tenant_id = $1 AND s.connection_id = $2
             AND s.external_key = g.person_key AND s.counterpart = g.room_id))
         THEN least(r.next_consent_look_at, l."lookedAt") ELSE r.next_consent_look_at END
     FROM look l JOIN locked ON locked.room_id = l."roomId"
     WHERE r.tenant_id = $1 AND r.connection_id = $2 AND r.room_id = l."roomId"`,
    [tx.tenantId, connectionId, JSON.stringify(rows)],
  );
  const facts = looks.flatMap((look) => (look.facts === null ? [] : factsOf(look.roomId, look.facts, look.at)));
  await observe(tx, connectionId, [...facts, ...named]);
}

function factsOf(roomId: RoomId, facts: RoomFacts, at: UnixMs): Fact[] {
  const fact = (attribute: string, value: string | null): Fact => ({
    subject: 'room',
    subjectKey: roomId,
    attribute,
    value: value === '' ? null : value,
    at,
  });
  return [fact('name', facts.name), fact('owner', facts.owner), fact('notice', facts.notice)];
}
