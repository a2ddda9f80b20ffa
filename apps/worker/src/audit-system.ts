import { randomUUID } from 'node:crypto';
import { appendAudit, type AuditDetail, type TenantTx } from '@highwater/db';
import type { UnixMs } from '@highwater/domain';

/** What the service did by itself, in the transaction in which it is done. */
export async function auditSystem(
  tx: TenantTx,
  at: UnixMs,
  entry: { readonly event: string; readonly subject: string; readonly detail: AuditDetail },
): Promise<void> {
  await appendAudit(tx, {
    auditId: randomUUID(),
    at,
    memberId: null,
    actor: 'system',
    address: null,
    requestId: null,
    ...entry,
  });
}
