import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * Messages of the archive, those included that wait for a key, and how many of them the index holds. Exact at any size:
 * the numbers are kept by the transactions that add messages and their tokens, and not counted.
 */
export async function countSearchable(tx: TenantTx): Promise<{ archived: number; indexed: number }> {
  const { rows } = await tx.query<{ archived: number; indexed: number }>(
    `SELECT (kept.messages + waiting.count)::int AS archived, kept.indexed::int AS indexed
     FROM (SELECT coalesce(sum(messages), 0) AS messages, coalesce(sum(indexed), 0) AS indexed
        FROM hw.archive_counts WHERE tenant_id = $1) kept,
       (SELECT count(*) FROM hw.envelopes WHERE tenant_id = $1 AND state <> 'opened') waiting`,
    [tx.tenantId],
  );
  return rows[0] ?? { archived: 0, indexed: 0 };
}
