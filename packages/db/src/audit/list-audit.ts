import type { MemberId, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { AuditEntry } from './append-audit.ts';
import { auditConditions, EVERY_LINE, type AuditFilter } from './audit-filter.ts';

export interface AuditRow extends Omit<AuditEntry, 'requestId' | 'sealed'> {
  /** Also of members who left. */
  readonly memberName: string | null;
  readonly isMember: boolean;
  /** Something is sealed with it: the words of a search, or a reason. */
  readonly isSealed: boolean;
  /** Its place in the chain; null when it is not linked yet. */
  readonly position: number | null;
}

export interface AuditPagePlace {
  readonly at: UnixMs;
  readonly auditId: string;
}

/** Lines of the tenant's log, newest first, from before a place. */
export async function listAudit(
  tx: TenantTx,
  page: { readonly before: AuditPagePlace | null; readonly limit: number },
  filter: AuditFilter = EVERY_LINE,
): Promise<readonly AuditRow[]> {
  const { before } = page;
  const values = new SqlValues();
  const conditions = [`a.tenant_id = ${values.add(tx.tenantId)}`, ...auditConditions(filter, values)];
  if (before !== null) {
    const place = `(${values.add(new Date(before.at))}::timestamptz, ${values.add(before.auditId)}::uuid)`;
    conditions.push(`(a.at, a.audit_id) < ${place}`);
  }
  const { rows } = await tx.query<AuditRow & { memberId: MemberId | null }>(
    `SELECT a.audit_id AS "auditId", a.at, a.member_id AS "memberId", a.actor, a.event, a.subject, a.detail, a.address,
       m.name AS "memberName", coalesce(m.status = 'active', false) AS "isMember", a.sealed IS NOT NULL AS "isSealed",
       c.position::int AS position
     FROM hw.audit a LEFT JOIN hw.members m ON m.tenant_id = a.tenant_id AND m.member_id = a.member_id
     LEFT JOIN hw.audit_chain c ON c.tenant_id = a.tenant_id AND c.audit_id = a.audit_id
     WHERE ${conditions.join(' AND ')}
     ORDER BY a.at DESC, a.audit_id DESC LIMIT ${values.add(page.limit)}`,
    values.all,
  );
  return rows;
}

/** Members of the tenant that the log may name, those who left last; with their names. */
export async function listAuditMembers(
  tx: TenantTx,
): Promise<readonly { readonly memberId: MemberId; readonly name: string; readonly isMember: boolean }[]> {
  const { rows } = await tx.query<{ memberId: MemberId; name: string; isMember: boolean }>(
    `SELECT m.member_id AS "memberId", m.name, m.status = 'active' AS "isMember" FROM hw.members m WHERE m.tenant_id = $1
     ORDER BY m.status = 'active' DESC, m.name, m.member_id LIMIT 1000`,
    [tx.tenantId],
  );
  return rows;
}

/** What is sealed with lines of the log, as it is stored. */
export async function listSealedAudit(
  tx: TenantTx,
  auditIds: readonly string[],
): Promise<readonly { readonly auditId: string; readonly event: string; readonly sealed: Buffer }[]> {
  const { rows } = await tx.query<{ auditId: string; event: string; sealed: Buffer }>(
    `SELECT a.audit_id AS "auditId", a.event, a.sealed FROM hw.audit a
     WHERE a.tenant_id = $1 AND a.audit_id = ANY($2::uuid[]) AND a.sealed IS NOT NULL`,
    [tx.tenantId, auditIds],
  );
  return rows;
}
