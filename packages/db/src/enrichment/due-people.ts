import type { ConnectionId, Fault, PersonKey, PersonState, UnixMs } from '@highwater/domain';
import type { PersonKind } from '../people/list-people.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface DuePerson {
  readonly personKey: PersonKey;
  readonly writtenAs: string;
  readonly state: PersonState;
  readonly misses: number;
}

/**
 * People who are to be looked at now: up to `limit` of those whose time came first, and as many of those whose time came
 * last, who were just woken. `since` leaves out whose time came before.
 */
export async function listDuePeople(
  tx: TenantTx,
  connectionId: ConnectionId,
  kind: PersonKind,
  due: { readonly now: UnixMs; readonly since: UnixMs | null; readonly limit: number },
): Promise<readonly DuePerson[]> {
  const part = (order: string): string => `(SELECT person_key AS "personKey", written_as AS "writtenAs", state, misses
    FROM hw.people WHERE tenant_id = $1 AND connection_id = $2 AND kind = $3 AND next_look_at <= $4
      AND ($5::timestamptz IS NULL OR next_look_at >= $5) ORDER BY next_look_at ${order} LIMIT $6)`;
  const { rows } = await tx.query<DuePerson>(`${part('DESC')} UNION ${part('ASC')}`, [
    tx.tenantId,
    connectionId,
    kind,
    new Date(due.now),
    due.since === null ? null : new Date(due.since),
    due.limit,
  ]);
  return rows;
}

/** How many people of a kind are to be looked at now; counts up to `most`. */
export async function countDuePeople(
  tx: TenantTx,
  connectionId: ConnectionId,
  kind: PersonKind,
  now: UnixMs,
  most: number,
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM hw.people
       WHERE tenant_id = $1 AND connection_id = $2 AND kind = $3 AND next_look_at <= $4 LIMIT $5) due`,
    [tx.tenantId, connectionId, kind, new Date(now), most],
  );
  return rows[0]?.count ?? 0;
}

/** People of a kind among some keys. */
export async function listKnownPeople(
  tx: TenantTx,
  connectionId: ConnectionId,
  kind: PersonKind,
  keys: readonly PersonKey[],
): Promise<readonly DuePerson[]> {
  const { rows } = await tx.query<DuePerson>(
    `SELECT person_key AS "personKey", written_as AS "writtenAs", state, misses FROM hw.people
     WHERE tenant_id = $1 AND connection_id = $2 AND kind = $3 AND person_key = ANY($4::text[])`,
    [tx.tenantId, connectionId, kind, keys],
  );
  return rows;
}

/**
 * Up to `limit` due people of a kind whom no call can be made for: they get the cause and are due again at `nextLookAt`.
 * What an earlier look brought stays, its state and its time too: nobody looked. Returns how many these were.
 */
export async function markPeopleUnseen(
  tx: TenantTx,
  connectionId: ConnectionId,
  kind: PersonKind,
  mark: { readonly now: UnixMs; readonly nextLookAt: UnixMs; readonly fault: Fault; readonly limit: number },
): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH due AS (SELECT person_key FROM hw.people
       WHERE tenant_id = $1 AND connection_id = $2 AND kind = $3 AND next_look_at <= $4 LIMIT $7),
     locked AS (SELECT person_key FROM hw.people WHERE tenant_id = $1 AND connection_id = $2
       AND person_key IN (SELECT person_key FROM due) ORDER BY person_key COLLATE "C" FOR NO KEY UPDATE)
     UPDATE hw.people p SET state = CASE p.state WHEN 'pending' THEN 'no_secret' ELSE p.state END, fault = $6, next_look_at = $5
     FROM locked WHERE p.tenant_id = $1 AND p.connection_id = $2 AND p.person_key = locked.person_key`,
    [tx.tenantId, connectionId, kind, new Date(mark.now), new Date(mark.nextLookAt), mark.fault, mark.limit],
  );
  return rowCount;
}

/** Has up to `limit` people of a kind that are not complete, or were not refreshed, looked at again, unless that was done since `wokenAt`. */
export async function wakeIncompletePeople(
  tx: TenantTx,
  connectionId: ConnectionId,
  kind: PersonKind,
  wokenAt: UnixMs,
  limit: number,
): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH missed AS (SELECT person_key FROM hw.people
       WHERE tenant_id = $1 AND connection_id = $2 AND kind = $3 AND next_look_at > $4
         AND (state <> 'complete' OR fault IS NOT NULL) AND (looked_at IS NULL OR looked_at < $4) LIMIT $5),
     locked AS (SELECT person_key FROM hw.people WHERE tenant_id = $1 AND connection_id = $2
       AND person_key IN (SELECT person_key FROM missed) ORDER BY person_key COLLATE "C" FOR NO KEY UPDATE)
     UPDATE hw.people p SET next_look_at = $4, misses = 0 FROM locked
     WHERE p.tenant_id = $1 AND p.connection_id = $2 AND p.person_key = locked.person_key`,
    [tx.tenantId, connectionId, kind, new Date(wokenAt), limit],
  );
  return rowCount;
}

/** Has complete employees looked at who are not among `present`: a listing of the whole company did not bring them. */
export async function wakeMissingEmployees(
  tx: TenantTx,
  connectionId: ConnectionId,
  present: readonly PersonKey[],
  now: UnixMs,
): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH locked AS (SELECT person_key FROM hw.people
       WHERE tenant_id = $1 AND connection_id = $2 AND kind = 'employee' AND state = 'complete' AND next_look_at > $4
         AND person_key NOT IN (SELECT unnest($3::text[])) ORDER BY person_key COLLATE "C" FOR NO KEY UPDATE)
     UPDATE hw.people p SET next_look_at = $4 FROM locked
     WHERE p.tenant_id = $1 AND p.connection_id = $2 AND p.person_key = locked.person_key`,
    [tx.tenantId, connectionId, present, new Date(now)],
  );
  return rowCount;
}
