import type { MemberId, TenantId, UnixMs } from '@highwater/domain';
import { raiseFinding } from '../findings/raise-finding.ts';
import { resolveFindings } from '../findings/resolve-findings.ts';
import { listOwners } from '../support/support-mails.ts';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

const FINDING = 'audit.broken';
const SUBJECT = 'audit:chain';

/** The last time that the whole log was compared with its chain, or that a part of it did not agree. */
export interface AuditCheckRow {
  readonly checkedAt: UnixMs;
  readonly position: number;
  readonly problems: number;
}

export async function findAuditCheck(tx: TenantTx): Promise<AuditCheckRow | undefined> {
  const { rows } = await tx.query<AuditCheckRow>(
    `SELECT checked_at AS "checkedAt", position::int AS position, problems FROM hw.audit_checks WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  return rows[0];
}

/**
 * What does not agree becomes a finding, which goes when all agrees again. Returns who is to be told: the owners, where
 * this is the first to say so.
 */
export async function saveAuditCheck(tx: TenantTx, check: AuditCheckRow): Promise<readonly MemberId[]> {
  const { checkedAt: now, problems } = check;
  if (problems === 0) await resolveFindings(tx, [FINDING], SUBJECT, now);
  const raised =
    problems === 0 ? 0 : await raiseFinding(tx, { fault: FINDING, subject: SUBJECT, detail: { problems }, now });
  await tx.query(
    `INSERT INTO hw.audit_checks (tenant_id, checked_at, position, problems) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id) DO UPDATE
     SET checked_at = excluded.checked_at, position = excluded.position, problems = excluded.problems`,
    [tx.tenantId, new Date(check.checkedAt), check.position, check.problems],
  );
  return raised === 1 ? (await listOwners(tx)).map(({ memberId }) => memberId) : [];
}

/** Tenants whose log was not compared since a time, and those that never were; the longest ago first. */
export async function listAuditsToCheck(tx: PlatformTx, before: UnixMs, limit: number): Promise<readonly TenantId[]> {
  const { rows } = await tx.query<{ tenantId: TenantId }>(
    `SELECT t.tenant_id AS "tenantId" FROM hw.tenants t LEFT JOIN hw.audit_checks k ON k.tenant_id = t.tenant_id
     WHERE k.checked_at IS NULL OR k.checked_at < $1 ORDER BY k.checked_at NULLS FIRST, t.tenant_id LIMIT $2`,
    [new Date(before), limit],
  );
  return rows.map(({ tenantId }) => tenantId);
}
