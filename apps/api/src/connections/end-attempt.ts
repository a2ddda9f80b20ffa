import { deleteAttempt, findAttemptOutcome, inTenant, type AttemptOutcome } from '@highwater/db';
import {
  FAULTS,
  FaultError,
  type AttemptId,
  type ConnectionId,
  type Fault,
  type SecretPurpose,
} from '@highwater/domain';
import type { AuthorisedMember } from '../verbs/authorise.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { waitFor } from './wait-for.ts';

/** An attempt that neither worker nor API ended is swept after this. */
export const ATTEMPT_MS = 60_000;

/** The form field that a refusal is about; of a further secret's form it is `secret`. */
const FIELDS: Partial<Record<Fault, string>> = {
  'corp_id.wrong': 'corpId',
  'corp.already_connected': 'corpId',
  'secret.wrong': 'archiveSecret',
  'secret.wrong_kind': 'archiveSecret',
  'secret.unproven': 'archiveSecret',
};

/** Waits for the worker, then takes away what came to nothing. Throws the refusal with the form's field that it is about. */
export async function endAttempt(
  ctx: VerbContext,
  { tenantId, memberId }: AuthorisedMember,
  attemptId: AttemptId,
  refusedEvent: 'connection.refused' | 'secret.refused',
  purpose: SecretPurpose = 'archive',
): Promise<ConnectionId> {
  const { database, waits } = ctx.deps;
  const waiting = { longestMs: waits.connectionCheckMs, pollMs: waits.pollMs, signal: ctx.signal };
  await waitFor(async () => {
    const outcome = await inTenant(database, tenantId, (tx) => findAttemptOutcome(tx, attemptId));
    return outcome?.state === 'checking' ? undefined : true;
  }, waiting);
  const outcome = await inTenant(database, tenantId, async (tx) => {
    // Deleting waits for the worker's lock, so what is read next is final.
    const before = await findAttemptOutcome(tx, attemptId);
    if (!(await deleteAttempt(tx, attemptId))) return findAttemptOutcome(tx, attemptId);
    const fault = before?.fault ?? 'wecom.unreachable';
    await recordAudit(ctx, tx, {
      event: isUnproven(refusedEvent, fault) ? 'secret.unproven' : refusedEvent,
      memberId,
      subject: `corp:${before?.corpId}`,
      detail: { fault, ...(purpose === 'archive' ? {} : { purpose }) },
    });
    return before;
  });
  if (outcome?.state === 'accepted' && outcome.connectionId !== null) return outcome.connectionId;
  throw refusalOf(refusedEvent, outcome, purpose);
}

/** A passing fault says nothing about a new secret; and its own words promise a retry, which a secret that was wiped does not get. */
function isUnproven(refusedEvent: string, fault: Fault): boolean {
  if (refusedEvent !== 'secret.refused' || fault === 'ip.untrusted') return false;
  return FAULTS[fault].retry || fault === 'internal';
}

function refusalOf(refusedEvent: string, outcome: AttemptOutcome | undefined, purpose: SecretPurpose): FaultError {
  const known = outcome?.fault ?? 'wecom.unreachable';
  const fault = isUnproven(refusedEvent, known) ? 'secret.unproven' : known;
  const named = FIELDS[fault];
  const field = named === undefined || purpose === 'archive' ? named : 'secret';
  return new FaultError(fault, { detail: outcome?.detail ?? {}, ...(field === undefined ? {} : { field }) });
}
