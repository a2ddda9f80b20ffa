import { findFactorRule, inTenant, updateFactorRule } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { authorise, requireMember } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const changeFactorRuleInput = { body: z.strictObject({ required: z.boolean() }) };

/** Whether the company lets nobody in without a second factor; each member may know. */
export async function getFactorRule(ctx: VerbContext, raw: RawInput) {
  const { tenantId, rights } = requireMember(ctx);
  parseInput({}, raw);
  const required = await inTenant(ctx.deps.database, tenantId, findFactorRule);
  return { required, mayChange: rights.actions.includes('manage_identity') };
}

/** Holds from the next request of everybody. Who demands it has one, so that the company is not locked up. */
export async function changeFactorRule(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId, user } = authorise(ctx, 'manage_identity');
  const { required } = parseInput(changeFactorRuleInput, raw).body;
  if (required && user.factor === null) throw new FaultError('factor.own_first');
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    if (!(await updateFactorRule(tx, required))) return;
    await recordAudit(ctx, tx, { event: required ? 'factor.demanded' : 'factor.left_free', memberId });
  });
  return { required, mayChange: true };
}
