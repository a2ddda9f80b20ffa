import type { MemberId, PersonKey, RoomId, SupportRequestId, SupportScope, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface SupportApproval {
  readonly scopes: readonly SupportScope[];
  readonly hours: number;
  /** Both empty unless conversations are among the scopes. */
  readonly people: readonly PersonKey[];
  readonly rooms: readonly RoomId[];
  readonly sentFrom: UnixMs | null;
  readonly sentUntil: UnixMs | null;
}

/** Opens what was asked for; false when it is no longer waiting. */
export async function approveSupport(
  tx: TenantTx,
  requestId: SupportRequestId,
  approval: SupportApproval,
  { memberId, now }: { readonly memberId: MemberId; readonly now: UnixMs },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.support_requests SET state = 'approved', decided_at = $3, decided_by = $4, scopes = $5, hours = $6,
       people = $7, rooms = $8, sent_from = $9, sent_until = $10, until_at = $11
     WHERE tenant_id = $1 AND request_id = $2 AND state = 'asked' AND answer_until > $3`,
    [
      tx.tenantId,
      requestId,
      new Date(now),
      memberId,
      approval.scopes,
      approval.hours,
      approval.people,
      approval.rooms,
      approval.sentFrom === null ? null : new Date(approval.sentFrom),
      approval.sentUntil === null ? null : new Date(approval.sentUntil),
      new Date(now + approval.hours * 3_600_000),
    ],
  );
  return rowCount === 1;
}

/** False when it is no longer waiting. */
export async function refuseSupport(
  tx: TenantTx,
  requestId: SupportRequestId,
  { memberId, now }: { readonly memberId: MemberId; readonly now: UnixMs },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.support_requests SET state = 'refused', decided_at = $3, decided_by = $4
     WHERE tenant_id = $1 AND request_id = $2 AND state = 'asked'`,
    [tx.tenantId, requestId, new Date(now), memberId],
  );
  return rowCount === 1;
}

/** Ends what is approved, or takes back what is asked; false when it is over already. */
export async function endSupport(
  tx: TenantTx,
  requestId: SupportRequestId,
  {
    by,
    memberId,
    now,
  }: { readonly by: 'owner' | 'operator'; readonly memberId: MemberId | null; readonly now: UnixMs },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.support_requests SET state = 'ended', ended_at = $3, ended_by = $4, ended_by_member = $5
     WHERE tenant_id = $1 AND request_id = $2
       AND (state = 'approved' AND until_at > $3 OR state = 'asked' AND $4 = 'operator')`,
    [tx.tenantId, requestId, new Date(now), by, memberId],
  );
  return rowCount === 1;
}

/** What time has ended gets its state; false when somebody was earlier. */
export async function expireSupport(tx: TenantTx, requestId: SupportRequestId, now: UnixMs): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.support_requests SET state = CASE state WHEN 'approved' THEN 'expired' ELSE 'ended' END,
       ended_at = coalesce(until_at, answer_until), ended_by = 'time'
     WHERE tenant_id = $1 AND request_id = $2
       AND (state = 'approved' AND until_at <= $3 OR state = 'asked' AND answer_until <= $3)`,
    [tx.tenantId, requestId, new Date(now)],
  );
  return rowCount === 1;
}
