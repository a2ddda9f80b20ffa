import type { Fault, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Closes the open findings of these faults about a subject: it healed. Returns how many there were. */
export async function resolveFindings(
  tx: TenantTx,
  faults: readonly Fault[],
  subject: string,
  now: UnixMs,
): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE hw.findings SET resolved_at = greatest($4, last_at)
     WHERE tenant_id = $1 AND fault = ANY($2::text[]) AND subject = $3 AND resolved_at IS NULL`,
    [tx.tenantId, faults, subject, new Date(now)],
  );
  return rowCount;
}
