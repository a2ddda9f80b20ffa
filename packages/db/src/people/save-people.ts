import type { ConnectionId, PersonKey, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { PersonKind } from './list-people.ts';

export interface SeenPerson {
  readonly personKey: PersonKey;
  /** As WeCom wrote it: "LinXiaoyu" for "linxiaoyu". */
  readonly writtenAs: string;
  readonly kind: PersonKind;
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
}

/** Adds people as stubs without names and widens the time in which they were seen. One row per person. */
export async function savePeople(
  tx: TenantTx,
  connectionId: ConnectionId,
  people: readonly SeenPerson[],
): Promise<void> {
  if (people.length === 0) return;
  const sorted = people.toSorted((one, other) => (one.personKey < other.personKey ? -1 : 1));
  await tx.query(
    `INSERT INTO hw.people AS kept (tenant_id, connection_id, person_key, written_as, kind, first_at, last_at)
     SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[])
     ON CONFLICT (tenant_id, connection_id, person_key) DO UPDATE
     SET first_at = least(kept.first_at, excluded.first_at), last_at = greatest(kept.last_at, excluded.last_at)
     WHERE excluded.first_at < kept.first_at OR excluded.last_at > kept.last_at`,
    [
      tx.tenantId,
      connectionId,
      sorted.map((person) => person.personKey),
      sorted.map((person) => person.writtenAs),
      sorted.map((person) => person.kind),
      sorted.map((person) => new Date(person.firstAt)),
      sorted.map((person) => new Date(person.lastAt)),
    ],
  );
}
