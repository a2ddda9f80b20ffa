import type { Fault, FaultDetail, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** The open finding of a fault about a subject: how often it was raised, since when, and its newest detail. */
export async function findOpenFinding(
  tx: TenantTx,
  fault: Fault,
  subject: string,
): Promise<{ readonly count: number; readonly since: UnixMs; readonly detail: FaultDetail } | undefined> {
  const { rows } = await tx.query<{ count: number; since: UnixMs; detail: FaultDetail }>(
    `SELECT count, since, detail FROM hw.findings
     WHERE tenant_id = $1 AND fault = $2 AND subject = $3 AND resolved_at IS NULL`,
    [tx.tenantId, fault, subject],
  );
  return rows[0];
}
