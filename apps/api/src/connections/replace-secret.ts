import { attemptSecretPlace, sealToBox } from '@highwater/crypto';
import { insertConnectionAttempt, inTenant } from '@highwater/db';
import type { AttemptId } from '@highwater/domain';
import { checkArchiveSecret } from '@highwater/wecom';
import { z } from '@hono/zod-openapi';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import { repeatableId } from '../verbs/repeatable-id.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { ATTEMPT_MS, endAttempt } from './end-attempt.ts';
import { getConnectionRow, viewConnection } from './view-connection.ts';

export const replaceSecretInput = {
  params: z.strictObject({ connectionId }),
  body: z.strictObject({ archiveSecret: z.string().max(200) }),
};

/**
 * Puts another archive secret in the place of a connection's. The worker proves it with WeCom first; until then, and for
 * good when WeCom refuses it, the old one stays. Throws the refusal with its field.
 */
export async function replaceSecret(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'connect');
  const { tenantId, memberId } = member;
  const { params, body } = parseInput(replaceSecretInput, raw);
  const archiveSecret = checkArchiveSecret(body.archiveSecret);
  const { clock, database, enqueue, workerBoxPublicKey } = ctx.deps;
  const attemptId = repeatableId(ctx, `${tenantId} ${memberId} ${params.connectionId}`, 'secret') as AttemptId;
  const place = attemptSecretPlace(tenantId, attemptId);
  const secretSealed = sealToBox(workerBoxPublicKey, place, Buffer.from(archiveSecret));
  const now = clock.now();
  await inTenant(database, tenantId, async (tx) => {
    const { connectionId: target, corpId, name } = await getConnectionRow(tx, params.connectionId);
    const times = { startedAt: now, expiresAt: now + ATTEMPT_MS };
    const attempt = { attemptId, corpId, name, secretSealed, startedBy: memberId, connectionId: target, ...times };
    if (!(await insertConnectionAttempt(tx, attempt))) return;
    await recordAudit(ctx, tx, { event: 'secret.tried', memberId, subject: `connection:${target}` });
    await enqueue(tx, 'check-connection', { tenantId, attemptId });
  });
  await endAttempt(ctx, member, attemptId, 'secret.refused');
  return inTenant(database, tenantId, async (tx) =>
    viewConnection(ctx, await getConnectionRow(tx, params.connectionId)),
  );
}
