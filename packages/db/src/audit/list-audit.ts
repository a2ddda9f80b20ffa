import type { MemberId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { AuditEntry } from './append-audit.ts';

export interface AuditRow extends Omit<AuditEntry, 'requestId' | 'sealed'> {
  /** Also of members who left. */
  readonly memberName: string | null;
}

/** The tenant's log, newest first, from before a place. */
export async function listAudit(
  tx: TenantTx,
  page: { before: { at: UnixMs; auditId: string } | null; limit: number },
): Promise<readonly AuditRow[]> {
  const { before } = page;
  const { rows } = await tx.query<AuditRow & { memberId: MemberId | null }>(
    `SELECT a.audit_id AS "auditId", a.at, a.member_id AS "memberId", a.actor, a.event, a.subject, a.detail, a.address,
       m.name AS "memberName"
     FROM hw.audit a LEFT JOIN hw.members m ON m.tenant_id = a.tenant_id AND m.member_id = a.member_id
     WHERE a.tenant_id = $1 AND ($2::timestamptz IS NULL OR (a.at, a.audit_id) < ($2, $3::uuid))
     ORDER BY a.at DESC, a.audit_id DESC LIMIT $4`,
    [tx.tenantId, before === null ? null : new Date(before.at), before?.auditId ?? null, page.limit],
  );
  return rows;
}
