import { attemptSecretPlace, sealToBox } from '@highwater/crypto';
import {
  deleteAttempt,
  findAttemptOutcome,
  insertConnectionAttempt,
  inTenant,
  type AttemptOutcome,
} from '@highwater/db';
import { FaultError, type AttemptId, type ConnectionId, type Fault } from '@highwater/domain';
import { checkArchiveSecret, checkCorpId } from '@highwater/wecom';
import { z } from '@hono/zod-openapi';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import { repeatableId } from '../verbs/repeatable-id.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { getConnectionRow, viewConnection } from './view-connection.ts';
import { waitFor } from './wait-for.ts';

export const createConnectionInput = {
  body: z.strictObject({
    corpId: z.string().max(200),
    archiveSecret: z.string().max(200),
    name: z.string().trim().min(1).max(200),
  }),
};

/** An attempt that neither worker nor API ended is swept after this. */
const ATTEMPT_MS = 60_000;

/** The form field that a refusal is about. */
const FIELDS: Partial<Record<Fault, string>> = {
  'corp_id.wrong': 'corpId',
  'corp.already_connected': 'corpId',
  'secret.wrong': 'archiveSecret',
  'secret.wrong_kind': 'archiveSecret',
};

/**
 * Connects a corp: the worker, which alone can open the sealed secret, asks WeCom; this waits for what it found out.
 * Throws the refusal with its field. Whatever is refused or takes too long leaves no attempt and no secret behind.
 */
export async function createConnection(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'connect');
  const { body } = parseInput(createConnectionInput, raw);
  const corpId = checkCorpId(body.corpId);
  const archiveSecret = checkArchiveSecret(body.archiveSecret);
  const attemptId = repeatableId(ctx, `${member.tenantId} ${member.memberId}`, 'connection') as AttemptId;
  await beginAttempt(ctx, member, { attemptId, corpId, archiveSecret, name: body.name });
  const connectionId = await endAttempt(ctx, member, attemptId);
  const row = await inTenant(ctx.deps.database, member.tenantId, (tx) => getConnectionRow(tx, connectionId));
  return viewConnection(ctx, row);
}

async function beginAttempt(
  ctx: VerbContext,
  { tenantId, memberId }: AuthorisedMember,
  attempt: { attemptId: AttemptId; corpId: string; archiveSecret: string; name: string },
): Promise<void> {
  const { attemptId, corpId, archiveSecret, name } = attempt;
  const { clock, database, enqueue, workerBoxPublicKey } = ctx.deps;
  const place = attemptSecretPlace(tenantId, attemptId);
  const secretSealed = sealToBox(workerBoxPublicKey, place, Buffer.from(archiveSecret));
  const now = clock.now();
  await inTenant(database, tenantId, async (tx) => {
    const times = { startedAt: now, expiresAt: now + ATTEMPT_MS };
    if (
      !(await insertConnectionAttempt(tx, { attemptId, corpId, name, secretSealed, startedBy: memberId, ...times }))
    ) {
      const same = await findAttemptOutcome(tx, attemptId);
      if (same !== undefined && (same.corpId !== corpId || same.name !== name))
        throw new FaultError('idempotency.mismatch');
      return;
    }
    await recordAudit(ctx, tx, { event: 'connection.tried', memberId, subject: `corp:${corpId}` });
    await enqueue(tx, 'check-connection', { tenantId, attemptId });
  });
}

/** Waits for the worker, then takes away what came to nothing. */
async function endAttempt(
  ctx: VerbContext,
  { tenantId, memberId }: AuthorisedMember,
  attemptId: AttemptId,
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
      event: 'connection.refused',
      memberId,
      subject: `corp:${before?.corpId}`,
      detail: { fault },
    });
    return before;
  });
  if (outcome?.state === 'accepted' && outcome.connectionId !== null) return outcome.connectionId;
  throw refusalOf(outcome);
}

function refusalOf(outcome: AttemptOutcome | undefined): FaultError {
  const fault = outcome?.fault ?? 'wecom.unreachable';
  const field = FIELDS[fault];
  return new FaultError(fault, { detail: outcome?.detail ?? {}, ...(field === undefined ? {} : { field }) });
}
