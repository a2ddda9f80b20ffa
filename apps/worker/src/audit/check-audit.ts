import { inTenant, saveAuditCheck, verifyAudit } from '@highwater/db';
import type { TenantId } from '@highwater/domain';
import type { EnqueueJob } from '@highwater/jobs';
import type { LedgerDeps } from '../ledger/ledger-deps.ts';

/**
 * Compares a tenant's log with its chain and its checkpoints, whole; what does not agree becomes a finding that is
 * mailed to the owners once, and goes when it agrees again.
 *
 * Harmless to repeat and to kill: it reads, and notes the outcome in one transaction at its end. Killed, it stays due.
 */
export async function checkAudit(
  deps: LedgerDeps & { readonly enqueue: EnqueueJob },
  tenantId: TenantId,
  signal?: AbortSignal,
): Promise<void> {
  const { database, clock, enqueue, ledger, log } = deps;
  const found = await verifyAudit(database, tenantId, { keys: ledger.keys, now: clock.now(), signal });
  const problems = found.problemCount;
  const check = { checkedAt: clock.now(), position: found.end.position, problems };
  await inTenant(database, tenantId, async (tx) => {
    for (const memberId of await saveAuditCheck(tx, check))
      await enqueue(tx, 'send-break-mail', { tenantId, memberId });
  });
  if (problems > 0) log.error('audit log broken', { tenantId, fault: 'audit.broken' });
}
