import type { UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** How many requests wait for an answer at `now`, and how many accesses are open. */
export async function countOpenSupport(
  tx: TenantTx,
  now: UnixMs,
): Promise<{ readonly waiting: number; readonly open: number }> {
  const { rows } = await tx.query<{ waiting: number; open: number }>(
    `SELECT count(*) FILTER (WHERE state = 'asked' AND answer_until > $2)::int AS waiting,
       count(*) FILTER (WHERE state = 'approved' AND until_at > $2)::int AS open
     FROM hw.support_requests WHERE tenant_id = $1 AND state IN ('asked', 'approved')`,
    [tx.tenantId, new Date(now)],
  );
  return rows[0] ?? { waiting: 0, open: 0 };
}
