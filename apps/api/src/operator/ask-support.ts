import { randomUUID } from 'node:crypto';
import { askSupport as insertRequest, asPlatform, inTenant, listOperatorTenants } from '@highwater/db';
import { FaultError, type SupportRequestId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { supportHours, supportScope } from '../schemas/support.ts';
import { tenantId } from '../schemas/values.ts';
import { requireOperator } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

/** A request that nobody answers is answered by that. */
const ANSWER_MS = 7 * 24 * 3_600_000;

export const askSupportInput = {
  params: z.strictObject({ tenantId }),
  body: z.strictObject({
    reason: z.string().trim().min(10).max(1000),
    scopes: z.array(supportScope).min(1),
    hours: supportHours,
  }),
};

/** Asks a company's owner to be let in; the request stands in the company's own log at once. */
export async function askSupport(ctx: VerbContext, raw: RawInput) {
  const operator = requireOperator(ctx);
  const { params, body } = parseInput(askSupportInput, raw);
  const { database, clock } = ctx.deps;
  const tenants = await asPlatform(database, 'operator console', listOperatorTenants);
  if (!tenants.some((tenant) => tenant.tenantId === params.tenantId)) throw new FaultError('thing.missing');
  const requestId = randomUUID() as string as SupportRequestId;
  const now = clock.now();
  const scopes = [...new Set(body.scopes)];
  return inTenant(database, params.tenantId, async (tx) => {
    const number = await insertRequest(tx, {
      requestId,
      operatorId: operator.operatorId,
      operatorName: operator.name,
      reason: body.reason,
      scopes,
      hours: body.hours,
      now,
      answerUntil: now + ANSWER_MS,
    });
    await recordAudit(ctx, tx, {
      event: 'support.asked',
      memberId: null,
      subject: `support:${requestId}`,
      detail: { request: number, scopes, supportHours: body.hours },
    });
    return { requestId, number };
  });
}
