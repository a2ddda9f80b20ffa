import { randomUUID } from 'node:crypto';
import type { Fault, FaultDetail, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * Tells the tenant that something is wrong: opens the finding of this fault and subject ("connection:<id>"), or counts
 * it once more and takes the newer detail. Detail holds ids and numbers only. Returns how often it was raised since it opened.
 */
export async function raiseFinding(
  tx: TenantTx,
  finding: { readonly fault: Fault; readonly subject: string; readonly detail: FaultDetail; readonly now: UnixMs },
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `INSERT INTO hw.findings AS kept (tenant_id, finding_id, fault, subject, detail, since, last_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6)
     ON CONFLICT (tenant_id, fault, subject) WHERE resolved_at IS NULL DO UPDATE
     SET count = kept.count + 1, detail = excluded.detail, last_at = greatest(kept.last_at, excluded.last_at)
     RETURNING count`,
    [tx.tenantId, randomUUID(), finding.fault, finding.subject, JSON.stringify(finding.detail), new Date(finding.now)],
  );
  return rows[0]?.count ?? 1;
}
