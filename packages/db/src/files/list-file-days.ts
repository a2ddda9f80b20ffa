import type { AccessCondition } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { FileDay } from './count-files.ts';
import { DEVIATES } from './file-filter.ts';

/** UTC days whose messages have files, the newest first, from before a day ("2026-11-22"). */
export async function listFileDays(
  tx: TenantTx,
  access: AccessCondition,
  page: { readonly before: string | null; readonly limit: number },
): Promise<readonly FileDay[]> {
  const values = new SqlValues();
  const conditions = [`f.tenant_id = ${values.add(tx.tenantId)}`, accessSql(access, 'f', values)];
  if (page.before !== null)
    conditions.push(`m.sent_at < (${values.add(page.before)}::date::timestamp AT TIME ZONE 'UTC')`);
  const { rows } = await tx.query<FileDay>(
    `SELECT to_char(m.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
       (count(*) FILTER (WHERE f.state = 'wanted'))::int AS wanted, (count(*) FILTER (WHERE f.state = 'stored'))::int AS stored,
       (count(*) FILTER (WHERE f.state = 'absent'))::int AS absent,
       (count(*) FILTER (WHERE f.state = 'stored' AND ${DEVIATES}))::int AS deviating,
       coalesce(sum(f.size) FILTER (WHERE f.state = 'stored'), 0)::text AS bytes
     FROM hw.media f JOIN hw.messages m ON m.tenant_id = f.tenant_id AND m.message_id = f.message_id
     WHERE ${conditions.join(' AND ')} GROUP BY 1 ORDER BY 1 DESC LIMIT ${values.add(page.limit)}`,
    values.all,
  );
  return rows;
}
