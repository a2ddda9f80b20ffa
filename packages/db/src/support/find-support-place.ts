import type { OperatorId, SupportRequestId, SupportScope, SupportState, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';

/** Which company an open request is for, if it is this operator's and open at `now`. */
export async function findSupportPlace(
  tx: PlatformTx,
  requestId: SupportRequestId,
  operatorId: OperatorId,
  now: UnixMs,
): Promise<TenantId | undefined> {
  const { rows } = await tx.query<{ tenantId: TenantId }>(
    `SELECT tenant_id AS "tenantId" FROM hw.support_requests
     WHERE request_id = $1 AND operator_id = $2 AND state = 'approved' AND until_at > $3`,
    [requestId, operatorId, new Date(now)],
  );
  return rows[0]?.tenantId;
}

/** A request in the operator's list: of whom, which kind, when; not why, and not whose conversations. */
export interface OperatorSupportRow {
  readonly tenantId: TenantId;
  readonly tenantName: string;
  readonly requestId: SupportRequestId;
  readonly number: number;
  readonly operatorId: OperatorId;
  readonly operatorName: string;
  readonly askedScopes: readonly SupportScope[];
  readonly askedHours: number;
  readonly askedAt: UnixMs;
  readonly answerUntil: UnixMs;
  readonly state: SupportState;
  readonly scopes: readonly SupportScope[];
  readonly hours: number | null;
  readonly untilAt: UnixMs | null;
  readonly endedAt: UnixMs | null;
  readonly endedBy: 'owner' | 'operator' | 'time' | null;
}

/** The newest requests of all companies. */
export async function listOperatorSupport(tx: PlatformTx, limit: number): Promise<readonly OperatorSupportRow[]> {
  const { rows } = await tx.query<OperatorSupportRow>(
    `SELECT r.tenant_id AS "tenantId", t.name AS "tenantName", r.request_id AS "requestId", r.number,
       r.operator_id AS "operatorId", r.operator_name AS "operatorName", r.asked_scopes AS "askedScopes",
       r.asked_hours AS "askedHours", r.asked_at AS "askedAt", r.answer_until AS "answerUntil", r.state, r.scopes, r.hours,
       r.until_at AS "untilAt", r.ended_at AS "endedAt", r.ended_by AS "endedBy"
     FROM hw.support_requests r JOIN hw.tenants t ON t.tenant_id = r.tenant_id
     ORDER BY r.asked_at DESC, r.request_id LIMIT $1`,
    [limit],
  );
  return rows;
}

/** What the sweep has to do: ends that time brought, and mails that owners are owed. */
export interface DueSupport {
  readonly tenantId: TenantId;
  readonly requestId: SupportRequestId;
  readonly due: 'expire' | 'mail asked' | 'mail ended';
}

export async function listDueSupport(tx: PlatformTx, now: UnixMs, limit: number): Promise<readonly DueSupport[]> {
  const { rows } = await tx.query<DueSupport>(
    `SELECT tenant_id AS "tenantId", request_id AS "requestId", due FROM (
       SELECT r.tenant_id, r.request_id, r.asked_at, CASE
         WHEN r.state = 'approved' AND r.until_at <= $1 OR r.state = 'asked' AND r.answer_until <= $1 THEN 'expire'
         WHEN r.state = 'asked' AND r.asked_mailed_at IS NULL THEN 'mail asked'
         WHEN r.state IN ('ended', 'expired') AND r.until_at IS NOT NULL AND r.ended_mailed_at IS NULL THEN 'mail ended'
       END AS due FROM hw.support_requests r
       WHERE r.asked_at > $1 - interval '30 days') d
     WHERE due IS NOT NULL ORDER BY asked_at LIMIT $2`,
    [new Date(now), limit],
  );
  return rows;
}
