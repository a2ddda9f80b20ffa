import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export type IntervalSubject = 'person' | 'follow' | 'room' | 'department';

/** What a look found of one attribute: its value, or null when it has none. */
export interface Fact {
  readonly subject: IntervalSubject;
  /** Person key, `<external> <employee>`, room id or department id. */
  readonly subjectKey: string;
  readonly attribute: string;
  readonly value: string | null;
  readonly at: UnixMs;
}

/**
 * The later of when it was seen and just after everything known before: a clock that went back, or two looks within one
 * millisecond, never put a new value beside or before an older one.
 */
const AFTER = "greatest(f.at, i.seen_until + interval '1 millisecond')";

const FACTS =
  'unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[]) AS f (subject, key, attribute, value, at)';

/**
 * Writes what looks found: the same value again widens its interval, another one ends it and opens the next, none ends it.
 * Of several facts about one attribute the last counts. Two statements whatever the number; the caller holds
 * `lockEnriching`, so nobody else writes these rows meanwhile.
 */
export async function observe(tx: TenantTx, connectionId: ConnectionId, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return;
  const last = new Map(facts.map((fact) => [[fact.subject, fact.attribute, fact.subjectKey].join('\u0000'), fact]));
  const all = [...last.values()];
  const values = [
    tx.tenantId,
    connectionId,
    all.map(({ subject }) => subject),
    all.map(({ subjectKey }) => subjectKey),
    all.map(({ attribute }) => attribute),
    all.map(({ value }) => value),
    all.map(({ at }) => new Date(at)),
  ];
  await tx.query(
    `UPDATE hw.intervals i SET
       seen_until = CASE WHEN i.value = f.value THEN greatest(i.seen_until, f.at) ELSE i.seen_until END,
       ended_by = CASE WHEN i.value = f.value THEN NULL
         WHEN f.value IS NULL THEN greatest(f.at, i.seen_until) ELSE ${AFTER} END
     FROM ${FACTS}
     WHERE i.tenant_id = $1 AND i.connection_id = $2 AND i.subject = f.subject AND i.subject_key = f.key
       AND i.attribute = f.attribute AND i.ended_by IS NULL
       AND (i.value IS DISTINCT FROM f.value OR f.at > i.seen_until)`,
    values,
  );
  await tx.query(
    `INSERT INTO hw.intervals (tenant_id, connection_id, subject, subject_key, attribute, value, seen_from, seen_until)
     SELECT $1, $2, f.subject, f.key, f.attribute, f.value, times.at, times.at
     FROM ${FACTS}
     LEFT JOIN LATERAL (SELECT * FROM hw.intervals i
       WHERE i.tenant_id = $1 AND i.connection_id = $2 AND i.subject = f.subject AND i.subject_key = f.key
         AND i.attribute = f.attribute ORDER BY i.seen_from DESC LIMIT 1) i ON true
     CROSS JOIN LATERAL (SELECT greatest(${AFTER}, i.ended_by) AS at) times
     WHERE f.value IS NOT NULL AND (i.seen_from IS NULL OR i.ended_by IS NOT NULL)`,
    values,
  );
}
