import { randomUUID } from 'node:crypto';
import { appendAudit, type AuditDetail, type TenantTx } from '@highwater/db';
import type { MemberId } from '@highwater/domain';
import type { VerbContext } from './verb-context.ts';

/** What a member did, in the transaction in which it is done. `detail` holds ids, numbers and names of settings, never content. */
export async function recordAudit(
  ctx: VerbContext,
  tx: TenantTx,
  entry: {
    event: string;
    memberId: MemberId | null;
    /** "member:<id>" */
    subject?: string;
    detail?: AuditDetail;
  },
): Promise<void> {
  await appendAudit(tx, {
    auditId: randomUUID(),
    at: ctx.deps.clock.now(),
    memberId: entry.memberId,
    actor: 'member',
    event: entry.event,
    subject: entry.subject ?? null,
    detail: entry.detail ?? {},
    address: ctx.address,
    requestId: ctx.requestId,
  });
}
