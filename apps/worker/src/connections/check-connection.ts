import { attemptSecretPlace, openFromBox } from '@highwater/crypto';
import { findConnectionAttempt, inTenant, refuseConnectionAttempt, type AttemptToCheck } from '@highwater/db';
import { faultOf, FaultError, type AttemptId, type FaultDetail, type Fault, type TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { acceptConnection } from './accept-connection.ts';
import { probeCorp } from './probe-corp.ts';
import { replaceSecret } from './replace-secret.ts';
import { settleSecret } from './settle-secret.ts';

/**
 * Tries a corp ID and an archive secret with WeCom and ends the attempt: accepted with a connection, or refused with a
 * reason and nothing else kept. An attempt to replace a connection's secret, or to give it a further one, ends with that
 * connection. The secret of the attempt is wiped either way.
 *
 * Harmless to repeat and to kill: asking WeCom changes nothing there; everything kept is kept in one transaction that
 * holds the attempt's lock and begins by looking whether it is still being checked.
 */
export async function checkConnection(deps: ChainDeps, tenantId: TenantId, attemptId: AttemptId): Promise<void> {
  const attempt = await inTenant(deps.database, tenantId, (tx) => findConnectionAttempt(tx, attemptId));
  if (attempt?.state !== 'checking' || attempt.secretSealed === null) return;
  try {
    const { corpId, connectionId, purpose } = attempt;
    const secret = openTyped(deps, tenantId, attempt.secretSealed, attemptId);
    if (purpose !== 'archive') {
      if (connectionId !== null) await settleSecret(deps, tenantId, connectionId, attempt, { corpId, purpose, secret });
      return;
    }
    const result = await probeCorp(deps.finance, { corpId, archiveSecret: secret });
    if (!result.proven) {
      await refuse(deps, tenantId, attempt, result.refusal?.fault ?? 'internal', result.refusal?.detail ?? {});
      return;
    }
    if (connectionId === null) await acceptConnection(deps, tenantId, attempt, secret, result.checks);
    else await replaceSecret(deps, tenantId, connectionId, attempt, secret, result.checks);
  } catch (error) {
    if (faultOf(error) === 'database.unavailable') throw error;
    // Whoever waits for the attempt gets an answer; what was unforeseen is also reported by the job.
    await refuse(deps, tenantId, attempt, faultOf(error), error instanceof FaultError ? error.detail : {});
    if (faultOf(error) === 'internal') throw error;
  }
}

function openTyped(deps: ChainDeps, tenantId: TenantId, sealed: Uint8Array, attemptId: AttemptId): string {
  const place = attemptSecretPlace(tenantId, attemptId);
  return Buffer.from(openFromBox(deps.settings.boxPrivatePem, place, sealed)).toString('utf8');
}

async function refuse(
  deps: ChainDeps,
  tenantId: TenantId,
  attempt: AttemptToCheck,
  fault: Fault,
  detail: FaultDetail,
): Promise<void> {
  await inTenant(deps.database, tenantId, (tx) => refuseConnectionAttempt(tx, attempt.attemptId, fault, detail));
}
