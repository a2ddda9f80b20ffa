import type { ConnectionId, EnrichmentKind, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import type { PersonKind } from '../people/list-people.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { addEnrichments } from './enrichments.ts';

export const KIND_OF_PERSON: Readonly<Record<PersonKind, EnrichmentKind>> = {
  employee: 'employees',
  external_contact: 'external_contacts',
  robot: 'robots',
};

/**
 * Has people looked at again at once; those whom the archive does not know are passed over. Returns the kinds of
 * enrichment to enqueue. Locks their rows in the order in which opening a page does.
 */
export async function wakePeople(
  tx: TenantTx,
  connectionId: ConnectionId,
  people: readonly PersonKey[],
  now: UnixMs,
): Promise<readonly EnrichmentKind[]> {
  const { rows } = await tx.query<{ kind: PersonKind }>(
    `WITH locked AS (SELECT person_key FROM hw.people
       WHERE tenant_id = $1 AND connection_id = $2 AND person_key = ANY($3::text[])
       ORDER BY person_key COLLATE "C" FOR NO KEY UPDATE)
     UPDATE hw.people p SET next_look_at = $4, misses = 0 FROM locked
     WHERE p.tenant_id = $1 AND p.connection_id = $2 AND p.person_key = locked.person_key RETURNING p.kind`,
    [tx.tenantId, connectionId, people, new Date(now)],
  );
  return [...new Set(rows.map(({ kind }) => KIND_OF_PERSON[kind]))];
}

/** Has rooms looked at again at once; returns how many the archive knows. The kind to enqueue is `rooms`. */
export async function wakeRooms(
  tx: TenantTx,
  connectionId: ConnectionId,
  rooms: readonly RoomId[],
  now: UnixMs,
): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH locked AS (SELECT room_id FROM hw.rooms
       WHERE tenant_id = $1 AND connection_id = $2 AND room_id = ANY($3::text[])
       ORDER BY room_id COLLATE "C" FOR NO KEY UPDATE)
     UPDATE hw.rooms r SET next_look_at = $4, misses = 0 FROM locked
     WHERE r.tenant_id = $1 AND r.connection_id = $2 AND r.room_id = locked.room_id`,
    [tx.tenantId, connectionId, rooms, new Date(now)],
  );
  return rowCount;
}

/** Has what WeCom says of one consent asked again; `counterpart` is an employee or a room. The kind to enqueue is `consents`. */
export async function wakeConsent(
  tx: TenantTx,
  connectionId: ConnectionId,
  externalKey: PersonKey,
  counterpart: PersonKey | RoomId,
  now: UnixMs,
): Promise<void> {
  await tx.query(
    `UPDATE hw.consent_states SET next_look_at = $5, misses = 0
     WHERE tenant_id = $1 AND connection_id = $2 AND external_key = $3 AND counterpart = $4`,
    [tx.tenantId, connectionId, externalKey, counterpart, new Date(now)],
  );
  await hurryEnrichment(tx, connectionId, 'consents', now);
}

/** Has a kind run at once, because something of it changed. One that is stopped keeps its time: an event cures nothing. */
export async function hurryEnrichment(
  tx: TenantTx,
  connectionId: ConnectionId,
  kind: EnrichmentKind,
  now: UnixMs,
): Promise<void> {
  await tx.query(
    `UPDATE hw.enrichments SET next_run_at = least(next_run_at, $4)
     WHERE tenant_id = $1 AND connection_id = $2 AND kind = $3 AND fault IS NULL`,
    [tx.tenantId, connectionId, kind, new Date(now)],
  );
}

/**
 * Has kinds of enrichment go on at once, whatever stopped them. With `again` everything that is not complete is looked at
 * again: the worker sees to it in small steps, so this is cheap however much that is.
 */
export async function wakeEnrichment(
  tx: TenantTx,
  connectionId: ConnectionId,
  kinds: readonly EnrichmentKind[],
  now: UnixMs,
  options: { readonly again?: boolean } = {},
): Promise<void> {
  await addEnrichments(tx, connectionId);
  await tx.query(
    `WITH locked AS (SELECT kind FROM hw.enrichments
       WHERE tenant_id = $1 AND connection_id = $2 AND kind = ANY($3::text[]) ORDER BY kind FOR NO KEY UPDATE)
     UPDATE hw.enrichments e SET next_run_at = $4, stops = 0, woken_at = CASE WHEN $5 THEN $4 ELSE e.woken_at END
     FROM locked WHERE e.tenant_id = $1 AND e.connection_id = $2 AND e.kind = locked.kind`,
    [tx.tenantId, connectionId, kinds, new Date(now), options.again ?? false],
  );
}
