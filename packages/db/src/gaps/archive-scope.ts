import type { ConnectionId, PersonKey, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * How an employee stands to the archive's scope: in it and in messages, in it and in none; not in it and yet in messages,
 * because others are (`outside`), because they were in it before (`formerly`), or because they left the company (`left`).
 */
export type ScopeGroup = 'talking' | 'silent' | 'outside' | 'formerly' | 'left';

/** WeCom's editions: 1 office, 2 service, 3 enterprise. */
export type Edition = 1 | 2 | 3;

export interface ScopeCounts extends Readonly<Record<ScopeGroup, number>> {
  readonly connectionId: ConnectionId;
  /** In scope now, by edition; an employee may be in several. */
  readonly editions: readonly { readonly edition: Edition; readonly count: number }[];
}

export interface ScopedPerson {
  readonly connectionId: ConnectionId;
  readonly personKey: PersonKey;
  readonly group: ScopeGroup;
  readonly editions: readonly Edition[];
  /** Since when they are seen in scope, or until when they were; null for those who never were. */
  readonly since: UnixMs | null;
  readonly until: UnixMs | null;
  /** Of their messages; null for the silent. */
  readonly firstAt: UnixMs | null;
  readonly lastAt: UnixMs | null;
}

/** Employees who are in scope or in messages, one row each; `$1` is the tenant. */
const SCOPE = `WITH permitted AS (
    SELECT connection_id, person_key, bool_or(ended_by IS NULL) AS is_open, min(seen_from) AS since, max(ended_by) AS until,
      array_agg(DISTINCT edition) FILTER (WHERE ended_by IS NULL) AS editions
    FROM hw.permits WHERE tenant_id = $1 GROUP BY connection_id, person_key),
  talkers AS (
    SELECT p.connection_id, p.person_key, p.first_at, p.last_at, (p.employee_status = 5 OR p.state = 'gone') AS has_left
    FROM hw.people p WHERE p.tenant_id = $1 AND p.kind = 'employee' AND EXISTS (
      SELECT FROM hw.participants t JOIN hw.messages m ON m.tenant_id = t.tenant_id AND m.message_id = t.message_id
      WHERE t.tenant_id = p.tenant_id AND t.person_key = p.person_key AND m.connection_id = p.connection_id)),
  standing AS (
    SELECT coalesce(w.connection_id, t.connection_id) AS connection_id, coalesce(w.person_key, t.person_key) AS person_key,
      CASE WHEN w.is_open THEN CASE WHEN t.person_key IS NULL THEN 'silent' ELSE 'talking' END
        WHEN t.has_left THEN 'left' WHEN w.person_key IS NOT NULL THEN 'formerly' ELSE 'outside' END AS "group",
      coalesce(w.editions, '{}') AS editions, w.since, CASE WHEN NOT w.is_open THEN w.until END AS until,
      t.first_at, t.last_at
    FROM permitted w FULL JOIN talkers t ON t.connection_id = w.connection_id AND t.person_key = w.person_key
    WHERE w.is_open OR t.person_key IS NOT NULL)`;

/** Who is in the archive's scope and who talks, of every connection. */
export async function countScope(tx: TenantTx): Promise<readonly ScopeCounts[]> {
  const { rows } = await tx.query<Omit<ScopeCounts, 'editions'> & Readonly<Record<'one' | 'two' | 'three', number>>>(
    `${SCOPE}
     SELECT connection_id AS "connectionId",
       ${(['talking', 'silent', 'outside', 'formerly', 'left'] as const)
         .map((group) => `(count(*) FILTER (WHERE "group" = '${group}'))::int AS "${group}"`)
         .join(', ')},
       (count(*) FILTER (WHERE 1 = ANY(editions)))::int AS one, (count(*) FILTER (WHERE 2 = ANY(editions)))::int AS two,
       (count(*) FILTER (WHERE 3 = ANY(editions)))::int AS three
     FROM standing GROUP BY connection_id ORDER BY connection_id`,
    [tx.tenantId],
  );
  return rows.map(({ one, two, three, ...row }) => ({
    ...row,
    editions: [
      { edition: 1, count: one },
      { edition: 2, count: two },
      { edition: 3, count: three },
    ],
  }));
}

/** Employees of one group, by key. `after` is the last one of the page before. */
export async function listScope(
  tx: TenantTx,
  filter: { readonly group: ScopeGroup; readonly connectionId: ConnectionId },
  page: { readonly after: PersonKey | null; readonly limit: number },
): Promise<readonly ScopedPerson[]> {
  const values = new SqlValues();
  values.add(tx.tenantId);
  const conditions = [`"group" = ${values.add(filter.group)}`, `connection_id = ${values.add(filter.connectionId)}`];
  if (page.after !== null) conditions.push(`person_key > ${values.add(page.after)}`);
  const { rows } = await tx.query<ScopedPerson>(
    `${SCOPE}
     SELECT connection_id AS "connectionId", person_key AS "personKey", "group", editions, since, until, first_at AS "firstAt",
       last_at AS "lastAt"
     FROM standing WHERE ${conditions.join(' AND ')} ORDER BY person_key LIMIT ${values.add(page.limit)}`,
    values.all,
  );
  return rows;
}
