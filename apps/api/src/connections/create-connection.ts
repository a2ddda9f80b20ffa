import { attemptSecretPlace, sealToBox } from '@highwater/crypto';
import { findAttemptOutcome, insertConnectionAttempt, inTenant } from '@highwater/db';
import { FaultError, type AttemptId } from '@highwater/domain';
import { checkArchiveSecret, checkCorpId } from '@highwater/wecom';
import { z } from '@hono/zod-openapi';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import { repeatableId } from '../verbs/repeatable-id.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { ATTEMPT_MS, endAttempt } from './end-attempt.ts';
import { getConnectionRow, viewConnection } from './view-connection.ts';

export const createConnectionInput = {
  body: z.strictObject({
    corpId: z.string().max(200),
    archiveSecret: z.string().max(200),
    name: z.string().trim().min(1).max(200),
  }),
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
  const connectionId = await endAttempt(ctx, member, attemptId, 'connection.refused');
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
