import type { Fault, FaultDetail } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Gives the open finding of a fault and subject a truer detail without raising it once more. False when there is none. */
export async function correctFinding(
  tx: TenantTx,
  finding: { readonly fault: Fault; readonly subject: string; readonly detail: FaultDetail },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.findings SET detail = $4::jsonb
     WHERE tenant_id = $1 AND fault = $2 AND subject = $3 AND resolved_at IS NULL AND detail <> $4::jsonb`,
    [tx.tenantId, finding.fault, finding.subject, JSON.stringify(finding.detail)],
  );
  return rowCount === 1;
}
