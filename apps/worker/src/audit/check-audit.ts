import { inTenant, saveAuditCheck, verifyAudit } from '@highwater/db';
import type { TenantId } from '@highwater/domain';
import type { LedgerDeps } from '../ledger/ledger-deps.ts';

/**
 * Compares a tenant's log with its chain and its checkpoints, whole; what does not agree becomes a finding, and goes when
 * it agrees again.
 *
 * Harmless to repeat and to kill: it reads, and notes the outcome in one transaction at its end. Killed, it stays due.
 */
export async function checkAudit(deps: LedgerDeps, tenantId: TenantId, signal?: AbortSignal): Promise<void> {
  const { database, clock, ledger, log } = deps;
  const found = await verifyAudit(database, tenantId, { keys: ledger.keys, now: clock.now(), signal });
  const problems = found.problemCount;
  await inTenant(database, tenantId, (tx) =>
    saveAuditCheck(tx, { checkedAt: clock.now(), position: found.end.position, problems }),
  );
  if (problems > 0) log.error('audit log broken', { tenantId, fault: 'audit.broken' });
}
