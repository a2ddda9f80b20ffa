import type { MemberId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Whether the company asks for a reason before content opens, and the last one of a session. */
export interface ReasonState {
  /** For how many hours a reason holds; null where none is asked. */
  readonly hours: number | null;
  readonly given: { readonly auditId: string; readonly at: UnixMs } | null;
}

/** Of a member in a session; one that was given for longer than it holds is still answered. */
export async function findReason(tx: TenantTx, memberId: MemberId, sessionId: string): Promise<ReasonState> {
  const { rows } = await tx.query<{ hours: number | null; auditId: string | null; at: UnixMs | null }>(
    `SELECT t.reason_hours AS hours, r.audit_id AS "auditId", r.given_at AS at
     FROM hw.tenants t LEFT JOIN hw.reasons r
       ON r.tenant_id = t.tenant_id AND r.member_id = $2 AND r.session_id = $3
     WHERE t.tenant_id = $1`,
    [tx.tenantId, memberId, sessionId],
  );
  const { hours = null, auditId = null, at = null } = rows[0] ?? {};
  return { hours, given: auditId === null || at === null ? null : { auditId, at } };
}

/** The reason that holds from now on in a session; sessions whose reasons are older than `before` are forgotten. */
export async function saveReason(
  tx: TenantTx,
  reason: {
    readonly memberId: MemberId;
    readonly sessionId: string;
    readonly auditId: string;
    readonly at: UnixMs;
    readonly before: UnixMs;
  },
): Promise<void> {
  const { memberId, sessionId, auditId, at, before } = reason;
  await tx.query('DELETE FROM hw.reasons WHERE tenant_id = $1 AND member_id = $2 AND given_at < $3', [
    tx.tenantId,
    memberId,
    new Date(before),
  ]);
  await tx.query(
    `INSERT INTO hw.reasons (tenant_id, member_id, session_id, audit_id, given_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, member_id, session_id)
     DO UPDATE SET audit_id = excluded.audit_id, given_at = excluded.given_at`,
    [tx.tenantId, memberId, sessionId, auditId, new Date(at)],
  );
}

/** For how many hours a reason holds; null asks for none. */
export async function updateReasonHours(tx: TenantTx, hours: number | null): Promise<void> {
  await tx.query('UPDATE hw.tenants SET reason_hours = $2 WHERE tenant_id = $1', [tx.tenantId, hours]);
}
