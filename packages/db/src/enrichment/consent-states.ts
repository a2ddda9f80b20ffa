import type { ConnectionId, ConsentRecord, Fault, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface DueConsent {
  readonly externalKey: PersonKey;
  readonly employeeKey: PersonKey;
  /** As WeCom wrote the employee. */
  readonly userid: string;
  readonly misses: number;
}

/** Adds a row, due at once, for every pair of an employee and an external contact that talk; returns how many are new. */
export async function addConsentPairs(tx: TenantTx, connectionId: ConnectionId): Promise<number> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.consent_states (tenant_id, connection_id, external_key, counterpart, in_room, next_look_at)
     SELECT c.tenant_id, c.connection_id, x.person_key, e.person_key, false, 'epoch'
     FROM hw.conversations c
     JOIN hw.people x ON x.tenant_id = c.tenant_id AND x.connection_id = c.connection_id
       AND x.person_key = ANY(c.people) AND x.kind = 'external_contact'
     JOIN hw.people e ON e.tenant_id = c.tenant_id AND e.connection_id = c.connection_id
       AND e.person_key = ANY(c.people) AND e.kind = 'employee'
     WHERE c.tenant_id = $1 AND c.connection_id = $2 AND c.kind = 'pair' AND c.is_external
       AND NOT EXISTS (SELECT FROM hw.consent_states s WHERE s.tenant_id = c.tenant_id
         AND s.connection_id = c.connection_id AND s.external_key = x.person_key AND s.counterpart = e.person_key)
     ON CONFLICT DO NOTHING`,
    [tx.tenantId, connectionId],
  );
  return rowCount;
}

/** Pairs whose consent is to be asked for now, the longest waiting first. */
export async function listDueConsents(
  tx: TenantTx,
  connectionId: ConnectionId,
  now: UnixMs,
  limit: number,
): Promise<readonly DueConsent[]> {
  const { rows } = await tx.query<DueConsent>(
    `SELECT s.external_key AS "externalKey", s.counterpart AS "employeeKey", s.misses,
       coalesce(p.written_as, s.counterpart) AS userid
     FROM hw.consent_states s
     LEFT JOIN hw.people p ON p.tenant_id = s.tenant_id AND p.connection_id = s.connection_id AND p.person_key = s.counterpart
     WHERE s.tenant_id = $1 AND s.connection_id = $2 AND s.next_look_at <= $3 AND NOT s.in_room
     ORDER BY s.next_look_at LIMIT $4`,
    [tx.tenantId, connectionId, new Date(now), limit],
  );
  return rows;
}

/** What WeCom said of a pair, or why it said nothing. */
export interface ConsentLook {
  readonly externalKey: PersonKey;
  readonly counterpart: PersonKey | RoomId;
  readonly inRoom: boolean;
  /** Null leaves what was known. */
  readonly status: ConsentRecord['status'] | null;
  readonly changedAt: UnixMs | null;
  readonly fault: Fault | null;
  readonly misses: number;
  readonly at: UnixMs;
  /** Null in rooms, which are asked for whole. */
  readonly nextLookAt: UnixMs | null;
}

/** Writes what WeCom says of consents, each pair at most once. The caller holds `lockEnriching`. */
export async function saveConsentLooks(
  tx: TenantTx,
  connectionId: ConnectionId,
  looks: readonly ConsentLook[],
): Promise<void> {
  if (looks.length === 0) return;
  const time = (at: UnixMs | null): string | null => (at === null ? null : new Date(at).toISOString());
  await tx.query(
    `INSERT INTO hw.consent_states AS kept (tenant_id, connection_id, external_key, counterpart, in_room, status, changed_at, fault,
       looked_at, next_look_at, misses)
     SELECT $1, $2, "externalKey", counterpart, "inRoom", status, "changedAt", fault, at, "nextLookAt", misses
     FROM jsonb_to_recordset($3::jsonb) AS l ("externalKey" text, counterpart text, "inRoom" boolean, status text,
       "changedAt" timestamptz, fault text, at timestamptz, "nextLookAt" timestamptz, misses integer)
     ON CONFLICT (tenant_id, connection_id, external_key, counterpart) DO UPDATE
     SET status = coalesce(excluded.status, kept.status), changed_at = coalesce(excluded.changed_at, kept.changed_at),
       fault = excluded.fault, looked_at = greatest(kept.looked_at, excluded.looked_at), misses = excluded.misses,
       next_look_at = CASE WHEN kept.next_look_at > excluded.looked_at AND kept.next_look_at < excluded.next_look_at
         THEN kept.next_look_at ELSE excluded.next_look_at END`,
    [
      tx.tenantId,
      connectionId,
      JSON.stringify(
        looks.map((look) => ({
          ...look,
          at: time(look.at),
          changedAt: time(look.changedAt),
          nextLookAt: time(look.nextLookAt),
        })),
      ),
    ],
  );
}

/** Customer rooms whose members' consents are to be asked for now. */
export async function listDueRoomConsents(
  tx: TenantTx,
  connectionId: ConnectionId,
  now: UnixMs,
  limit: number,
): Promise<readonly RoomId[]> {
  const { rows } = await tx.query<{ id: RoomId }>(
    `SELECT room_id AS id FROM hw.rooms
     WHERE tenant_id = $1 AND connection_id = $2 AND is_external AND next_consent_look_at <= $3
     ORDER BY next_consent_look_at LIMIT $4`,
    [tx.tenantId, connectionId, new Date(now), limit],
  );
  return rows.map(({ id }) => id);
}

/** Has consents asked for at once when those of a room are due, instead of with their next round. */
export async function hurryRoomConsents(tx: TenantTx, connectionId: ConnectionId, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.enrichments SET next_run_at = least(next_run_at, $3)
     WHERE tenant_id = $1 AND connection_id = $2 AND kind = 'consents' AND fault IS NULL
       AND EXISTS (SELECT FROM hw.rooms WHERE tenant_id = $1 AND connection_id = $2 AND is_external
         AND next_consent_look_at <= $3)`,
    [tx.tenantId, connectionId, new Date(now)],
  );
}

/** Sets when rooms' consents are asked for next. */
export async function postponeRoomConsents(
  tx: TenantTx,
  connectionId: ConnectionId,
  rooms: readonly RoomId[],
  nextLookAt: UnixMs,
): Promise<void> {
  await tx.query(
    `WITH locked AS (SELECT room_id FROM hw.rooms WHERE tenant_id = $1 AND connection_id = $2
       AND room_id = ANY($3::text[]) ORDER BY room_id COLLATE "C" FOR NO KEY UPDATE)
     UPDATE hw.rooms r SET next_consent_look_at = $4 FROM locked
     WHERE r.tenant_id = $1 AND r.connection_id = $2 AND r.room_id = locked.room_id`,
    [tx.tenantId, connectionId, rooms, new Date(nextLookAt)],
  );
}
