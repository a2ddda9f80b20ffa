import { randomUUID } from 'node:crypto';
import { connectionSecretPlace, sealToBox } from '@highwater/crypto';
import {
  acceptConnectionAttempt,
  appendAudit,
  findConnectionAttempt,
  inTenant,
  replaceConnectionSecret,
  saveConnectionChecks,
  wakeEnrichment,
  type AttemptToCheck,
  type ConnectionCheck,
} from '@highwater/db';
import { KINDS_OF_SECRET, type ConnectionId, type MemberId, type TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';

/**
 * Puts a secret that WeCom accepted in the place of a connection's, with its audit entry and a pull that uses it, in one
 * transaction. The old one is gone with it; handles and tokens are kept by secret, so none of the old one is used again.
 */
export async function replaceSecret(
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  attempt: AttemptToCheck,
  archiveSecret: string,
  checks: readonly ConnectionCheck[],
): Promise<void> {
  const place = connectionSecretPlace(tenantId, connectionId);
  const secretSealed = sealToBox(deps.settings.boxPublicPem, place, Buffer.from(archiveSecret));
  const now = deps.clock.now();
  await inTenant(deps.database, tenantId, async (tx) => {
    const locked = await findConnectionAttempt(tx, attempt.attemptId, { lock: true });
    if (locked?.state !== 'checking') return;
    const { startedAt, startedBy } = attempt;
    await replaceConnectionSecret(tx, connectionId, { secretSealed, setAt: startedAt, setBy: startedBy });
    await saveConnectionChecks(tx, connectionId, checks, now);
    await acceptConnectionAttempt(tx, attempt.attemptId, connectionId);
    await appendAudit(tx, {
      auditId: randomUUID(),
      at: now,
      memberId: startedBy as MemberId,
      actor: 'member',
      event: 'secret.replaced',
      subject: `connection:${connectionId}`,
      detail: {},
      address: null,
      requestId: null,
    });
    await deps.enqueue(tx, 'pull-archive', { tenantId, connectionId });
    await deps.enqueue(tx, 'run-preflight', { tenantId, connectionId });
    await wakeEnrichment(tx, connectionId, KINDS_OF_SECRET.archive, now);
    for (const kind of KINDS_OF_SECRET.archive) await deps.enqueue(tx, 'enrich', { tenantId, connectionId, kind });
  });
}
