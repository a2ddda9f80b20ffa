import type { Language, MemberId, SupportRequestId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Event of every look that support takes; its detail names the request's number. */
export const SUPPORT_LOOKED = 'support.looked';

/** Whom mails about support go to, in which language; null for the company's. */
export async function listOwners(
  tx: TenantTx,
): Promise<readonly { readonly memberId: MemberId; readonly email: string; readonly language: Language | null }[]> {
  const { rows } = await tx.query<{ memberId: MemberId; email: string; language: Language | null }>(
    `SELECT member_id AS "memberId", email, language FROM hw.members
     WHERE tenant_id = $1 AND role = 'owner' AND status = 'active' ORDER BY joined_at, member_id`,
    [tx.tenantId],
  );
  return rows;
}

/** How often each operation of the API was looked at under a request, the most used first. */
export async function countSupportLooks(
  tx: TenantTx,
  { number, since, until }: { readonly number: number; readonly since: UnixMs; readonly until: UnixMs },
): Promise<readonly { readonly operation: string; readonly count: number }[]> {
  const { rows } = await tx.query<{ operation: string; count: number }>(
    `SELECT detail ->> 'operation' AS operation, count(*)::int AS count FROM hw.audit
     WHERE tenant_id = $1 AND at BETWEEN $2 AND $3 AND event = $4 AND detail ->> 'request' = $5
     GROUP BY 1 ORDER BY 2 DESC, 1`,
    [tx.tenantId, new Date(since), new Date(until), SUPPORT_LOOKED, String(number)],
  );
  return rows;
}

/** False when somebody noted it before. */
export async function noteSupportMailed(
  tx: TenantTx,
  requestId: SupportRequestId,
  which: 'asked' | 'ended',
  now: UnixMs,
): Promise<boolean> {
  const column = which === 'asked' ? 'asked_mailed_at' : 'ended_mailed_at';
  const { rowCount } = await tx.query(
    `UPDATE hw.support_requests SET ${column} = $3 WHERE tenant_id = $1 AND request_id = $2 AND ${column} IS NULL`,
    [tx.tenantId, requestId, new Date(now)],
  );
  return rowCount === 1;
}
