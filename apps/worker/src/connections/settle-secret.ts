import { randomUUID } from 'node:crypto';
import { furtherSecretPlace, sealToBox } from '@highwater/crypto';
import {
  acceptConnectionAttempt,
  appendAudit,
  findConnectionAttempt,
  findConnectionSecret,
  inTenant,
  refuseConnectionAttempt,
  saveConnectionSecret,
  wakeEnrichment,
  type AttemptToCheck,
  type FurtherPurpose,
} from '@highwater/db';
import {
  KINDS_OF_SECRET,
  type ConnectionId,
  type CorpSecret,
  type Fault,
  type MemberId,
  type TenantId,
} from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { judgeSecret } from './judge-secret.ts';

/** Faults of what was typed: such a secret is worth nothing, also later. */
const MISTYPED: ReadonlySet<Fault | null> = new Set<Fault | null>(['secret.wrong', 'corp_id.wrong']);

/**
 * Tries one of the further secrets with WeCom and ends the attempt. One that WeCom accepts takes its place. One that
 * WeCom knows but does not let through, for its address or for what its app may do, and one that cannot be proved now,
 * take it too, with the cause beside them, unless a secret that works would be lost by it. What was mistyped is refused.
 *
 * Audit entry, the enrichment that waited for it and the attempt's end are one transaction under the attempt's lock.
 */
export async function settleSecret(
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  attempt: AttemptToCheck,
  typed: CorpSecret & { readonly purpose: FurtherPurpose },
): Promise<void> {
  const { purpose } = typed;
  const proof = await judgeSecret(deps.contacts, typed);
  const place = furtherSecretPlace(tenantId, connectionId, purpose);
  const secretSealed = sealToBox(deps.settings.boxPublicPem, place, Buffer.from(typed.secret));
  const now = deps.clock.now();
  await inTenant(deps.database, tenantId, async (tx) => {
    const locked = await findConnectionAttempt(tx, attempt.attemptId, { lock: true });
    if (locked?.state !== 'checking') return;
    const before = await findConnectionSecret(tx, connectionId, purpose);
    const isKept = proof.state === 'accepted' || (!MISTYPED.has(proof.fault) && before?.state !== 'accepted');
    if (!isKept) {
      await refuseConnectionAttempt(tx, attempt.attemptId, proof.fault ?? 'internal', proof.detail);
      return;
    }
    const { startedAt, startedBy } = attempt;
    const set = { secretSealed, setAt: startedAt, setBy: startedBy };
    await saveConnectionSecret(tx, connectionId, purpose, set, { ...proof, checkedAt: now });
    await acceptConnectionAttempt(tx, attempt.attemptId, connectionId);
    await appendAudit(tx, {
      auditId: randomUUID(),
      at: now,
      memberId: startedBy as MemberId,
      actor: 'member',
      event: before === undefined ? 'secret.set' : 'secret.replaced',
      subject: `connection:${connectionId}`,
      detail: { purpose, ...(proof.fault === null ? {} : { fault: proof.fault }) },
      address: null,
      requestId: null,
    });
    const kinds = KINDS_OF_SECRET[purpose];
    await wakeEnrichment(tx, connectionId, kinds, now, { again: true });
    for (const kind of kinds) await deps.enqueue(tx, 'enrich', { tenantId, connectionId, kind });
    if (proof.state === 'unproven') await deps.enqueue(tx, 'check-secret', { tenantId, connectionId, purpose });
  });
}
