import { findConnectionSecret, inTenant, saveSecretProof, wakeEnrichment, type FurtherPurpose } from '@highwater/db';
import { FaultError, KINDS_OF_SECRET, type ConnectionId, type TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { judgeSecret } from './judge-secret.ts';
import { openSecret } from './open-secret.ts';

/**
 * Proves one of a connection's further secrets anew. One that works again wakes what waited for it. Throws the fault
 * when WeCom could not be asked, so that the job is tried again; a secret that was accepted stays it until then.
 *
 * Harmless to repeat and to kill: asking changes nothing at WeCom, and the result stands in one row, written only while
 * the secret is still the one that was asked about.
 */
export async function checkSecret(
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  purpose: FurtherPurpose,
): Promise<void> {
  const before = await inTenant(deps.database, tenantId, (tx) => findConnectionSecret(tx, connectionId, purpose));
  const secret = await openSecret(deps, tenantId, connectionId, purpose);
  if (before === undefined || secret === undefined) return;
  const proof = await judgeSecret(deps.contacts, secret);
  const isUnknown = proof.state === 'unproven';
  const state = isUnknown ? before.state : proof.state;
  const now = deps.clock.now();
  await inTenant(deps.database, tenantId, async (tx) => {
    const isSame = await saveSecretProof(tx, connectionId, purpose, before.setAt, { ...proof, state, checkedAt: now });
    if (!isSame || proof.state !== 'accepted' || before.state === 'accepted') return;
    const kinds = KINDS_OF_SECRET[purpose];
    await wakeEnrichment(tx, connectionId, kinds, now, { again: true });
    for (const kind of kinds) await deps.enqueue(tx, 'enrich', { tenantId, connectionId, kind });
  });
  if (isUnknown) throw new FaultError(proof.fault ?? 'wecom.unreachable', { detail: proof.detail });
}
