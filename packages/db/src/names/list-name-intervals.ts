import type { ConnectionId, PersonKey, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** A name from the first look that found it to the last; `endedBy` is the look or event that found another. */
export interface NameInterval {
  readonly connectionId: ConnectionId;
  readonly personKey: PersonKey;
  readonly name: string;
  readonly seenFrom: UnixMs;
  readonly seenUntil: UnixMs;
  readonly endedBy: UnixMs | null;
}

/** Every name that people were seen to have, oldest first. */
export async function listNameIntervals(
  tx: TenantTx,
  people: readonly { readonly connectionId: ConnectionId; readonly personKey: PersonKey }[],
): Promise<readonly NameInterval[]> {
  if (people.length === 0) return [];
  const { rows } = await tx.query<NameInterval>(
    `SELECT i.connection_id AS "connectionId", i.subject_key AS "personKey", i.value AS name, i.seen_from AS "seenFrom",
       i.seen_until AS "seenUntil", i.ended_by AS "endedBy"
     FROM unnest($2::uuid[], $3::text[]) AS wanted (connection_id, key)
     JOIN hw.intervals i ON i.tenant_id = $1 AND i.connection_id = wanted.connection_id AND i.subject = 'person'
       AND i.subject_key = wanted.key AND i.attribute = 'name'
     ORDER BY i.subject_key, i.seen_from`,
    [tx.tenantId, people.map((person) => person.connectionId), people.map((person) => person.personKey)],
  );
  return rows;
}
