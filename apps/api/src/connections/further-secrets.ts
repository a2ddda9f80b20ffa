import { attemptSecretPlace, sealToBox } from '@highwater/crypto';
import { deleteConnectionSecret, insertConnectionAttempt, inTenant, wakeEnrichment } from '@highwater/db';
import { FaultError, KINDS_OF_SECRET, type AttemptId } from '@highwater/domain';
import { checkArchiveSecret } from '@highwater/wecom';
import { z } from '@hono/zod-openapi';
import { furtherPurpose } from '../schemas/connection.ts';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import { repeatableId } from '../verbs/repeatable-id.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { ATTEMPT_MS, endAttempt } from './end-attempt.ts';
import { getConnectionRow, viewConnection } from './view-connection.ts';
import { waitFor } from './wait-for.ts';

const params = z.strictObject({ connectionId, purpose: furtherPurpose });

export const setSecretInput = { params, body: z.strictObject({ secret: z.string().max(200) }) };
export const oneSecretInput = { params };

/**
 * Gives a connection one of its further secrets, or another one in its place. The worker proves it with WeCom first.
 * Throws what WeCom refused it for; one that only waits for something to be done at WeCom is kept, with the cause.
 */
export async function setSecret(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'connect');
  const { tenantId, memberId } = member;
  const { params: of, body } = parseInput(setSecretInput, raw);
  const { purpose } = of;
  const secret = checkArchiveSecret(body.secret, 'secret');
  const { clock, database, enqueue, workerBoxPublicKey } = ctx.deps;
  const asker = `${tenantId} ${memberId} ${of.connectionId} ${purpose}`;
  const attemptId = repeatableId(ctx, asker, 'secret') as AttemptId;
  const secretSealed = sealToBox(workerBoxPublicKey, attemptSecretPlace(tenantId, attemptId), Buffer.from(secret));
  const now = clock.now();
  await inTenant(database, tenantId, async (tx) => {
    const { connectionId: target, corpId, name } = await getConnectionRow(tx, of.connectionId);
    const attempt = { attemptId, corpId, name, secretSealed, startedBy: memberId, connectionId: target, purpose };
    const times = { startedAt: now, expiresAt: now + ATTEMPT_MS };
    if (!(await insertConnectionAttempt(tx, { ...attempt, ...times }))) return;
    const detail = { purpose };
    await recordAudit(ctx, tx, { event: 'secret.tried', memberId, subject: `connection:${target}`, detail });
    await enqueue(tx, 'check-connection', { tenantId, attemptId });
  });
  await endAttempt(ctx, member, attemptId, 'secret.refused', purpose);
  return inTenant(database, tenantId, async (tx) => viewConnection(ctx, await getConnectionRow(tx, of.connectionId)));
}

/** Has a further secret proved again, and answers what the worker found, or the last result when it takes long. */
export async function checkSecret(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { connectionId: of, purpose } = parseInput(oneSecretInput, raw).params;
  const { clock, database, enqueue, waits } = ctx.deps;
  const askedAt = clock.now();
  const look = () => inTenant(database, tenantId, (tx) => getConnectionRow(tx, of));
  await inTenant(database, tenantId, async (tx) => {
    const { secrets } = await getConnectionRow(tx, of);
    if (!secrets.some((secret) => secret.purpose === purpose)) throw new FaultError('secret.missing');
    const detail = { purpose };
    await recordAudit(ctx, tx, { event: 'preflight.requested', memberId, subject: `connection:${of}`, detail });
    await enqueue(tx, 'check-secret', { tenantId, connectionId: of, purpose });
  });
  const waiting = { longestMs: waits.preflightMs, pollMs: waits.pollMs, signal: ctx.signal };
  const checked = await waitFor(async () => {
    const row = await look();
    const mine = row.secrets.find((secret) => secret.purpose === purpose);
    return mine === undefined || (mine.checkedAt ?? 0) >= askedAt ? row : undefined;
  }, waiting);
  return viewConnection(ctx, checked ?? (await look()));
}

/** Takes a further secret away: what it opened is no longer asked for, what it brought stays. */
export async function removeSecret(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { connectionId: of, purpose } = parseInput(oneSecretInput, raw).params;
  const { clock, database, enqueue } = ctx.deps;
  await inTenant(database, tenantId, async (tx) => {
    await getConnectionRow(tx, of);
    if (!(await deleteConnectionSecret(tx, of, purpose))) throw new FaultError('secret.missing');
    await recordAudit(ctx, tx, {
      event: 'secret.removed',
      memberId,
      subject: `connection:${of}`,
      detail: { purpose },
    });
    const kinds = KINDS_OF_SECRET[purpose];
    await wakeEnrichment(tx, of, kinds, clock.now(), { again: true });
    for (const kind of kinds) await enqueue(tx, 'enrich', { tenantId, connectionId: of, kind });
  });
}
