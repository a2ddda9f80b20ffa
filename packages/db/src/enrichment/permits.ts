import type { ConnectionId, PersonKey, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** The list of one edition, whole, as intervals: who is on it, who is not any more. The caller holds `lockEnriching`. */
export async function savePermits(
  tx: TenantTx,
  connectionId: ConnectionId,
  edition: 1 | 2 | 3,
  people: readonly PersonKey[],
  at: UnixMs,
): Promise<void> {
  const values = [tx.tenantId, connectionId, edition, [...new Set(people)], new Date(at)];
  await tx.query(
    `UPDATE hw.permits SET
       ended_by = CASE WHEN person_key = ANY($4::text[]) THEN NULL ELSE greatest($5, seen_until) END,
       seen_until = CASE WHEN person_key = ANY($4::text[]) THEN greatest(seen_until, $5) ELSE seen_until END
     WHERE tenant_id = $1 AND connection_id = $2 AND edition = $3 AND ended_by IS NULL`,
    values,
  );
  await tx.query(
    `INSERT INTO hw.permits (tenant_id, connection_id, person_key, edition, seen_from, seen_until)
     SELECT $1, $2, s.key, $3, times.at, times.at FROM unnest($4::text[]) AS s (key)
     LEFT JOIN LATERAL (SELECT * FROM hw.permits p WHERE p.tenant_id = $1 AND p.connection_id = $2
       AND p.person_key = s.key AND p.edition = $3 ORDER BY p.seen_from DESC LIMIT 1) p ON true
     CROSS JOIN LATERAL (SELECT greatest($5, p.ended_by, p.seen_until + interval '1 millisecond') AS at) times
     WHERE p.seen_from IS NULL OR p.ended_by IS NOT NULL`,
    values,
  );
}

/** Employees in the archive's scope now, in key order after `after`, as WeCom wrote them where a message told. */
export async function listPermittedEmployees(
  tx: TenantTx,
  connectionId: ConnectionId,
  page: { readonly after: PersonKey | null; readonly limit: number },
): Promise<readonly { readonly personKey: PersonKey; readonly writtenAs: string }[]> {
  const { rows } = await tx.query<{ personKey: PersonKey; writtenAs: string }>(
    `SELECT s.person_key AS "personKey", coalesce(p.written_as, s.person_key) AS "writtenAs"
     FROM (SELECT DISTINCT person_key FROM hw.permits WHERE tenant_id = $1 AND connection_id = $2 AND ended_by IS NULL
       AND ($3::text IS NULL OR person_key COLLATE "C" > $3)) s
     LEFT JOIN hw.people p ON p.tenant_id = $1 AND p.connection_id = $2 AND p.person_key = s.person_key
     ORDER BY s.person_key COLLATE "C" LIMIT $4`,
    [tx.tenantId, connectionId, page.after, page.limit],
  );
  return rows;
}

/** Employees in the archive's scope who never spoke and whose name no look brought since `before`. */
export async function listSilentPermitted(
  tx: TenantTx,
  connectionId: ConnectionId,
  before: UnixMs,
  limit: number,
): Promise<readonly PersonKey[]> {
  const { rows } = await tx.query<{ key: PersonKey }>(
    `SELECT DISTINCT person_key AS key FROM hw.permits s
     WHERE tenant_id = $1 AND connection_id = $2 AND ended_by IS NULL AND (looked_at IS NULL OR looked_at < $3)
       AND NOT EXISTS (SELECT FROM hw.people p WHERE p.tenant_id = $1 AND p.connection_id = $2 AND p.person_key = s.person_key)
     LIMIT $4`,
    [tx.tenantId, connectionId, new Date(before), limit],
  );
  return rows.map(({ key }) => key);
}

/** Notes that silent employees were looked at, whatever came of it. */
export async function markPermitsLookedAt(
  tx: TenantTx,
  connectionId: ConnectionId,
  people: readonly PersonKey[],
  at: UnixMs,
): Promise<void> {
  await tx.query(
    `UPDATE hw.permits SET looked_at = $4
     WHERE tenant_id = $1 AND connection_id = $2 AND person_key = ANY($3::text[]) AND ended_by IS NULL`,
    [tx.tenantId, connectionId, people, new Date(at)],
  );
}
