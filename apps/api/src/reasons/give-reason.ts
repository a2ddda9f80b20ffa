import { randomUUID } from 'node:crypto';
import { inTenant, saveReason, updateReasonHours } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { REASON_EVENT } from '../audit/reason-event.ts';
import { authorise, requireMember } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

const HOUR_MS = 3_600_000;
/** A reason holds for no longer; older ones are forgotten. */
const LONGEST_HOURS = 168;

export const giveReasonInput = { body: z.strictObject({ reason: z.string().trim().min(5).max(500) }) };
export const changeReasonInput = { body: z.strictObject({ hours: z.int().min(1).max(LONGEST_HOURS).nullable() }) };

/** Whether this session may open content now. */
export async function getReason(ctx: VerbContext, raw: RawInput) {
  const { reason } = requireMember(ctx);
  parseInput({}, raw);
  return { hours: reason.hours, until: reason.until };
}

/** Why content is opened in this session from now on. The text is sealed in the log, where its readers see it. */
export async function giveReason(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId, reason } = requireMember(ctx);
  const { body } = parseInput(giveReasonInput, raw);
  const { hours } = reason;
  const now = ctx.deps.clock.now();
  // Asked for by nobody, it is kept all the same: the log of a company that asks from tomorrow on has it already.
  const auditId = randomUUID();
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const detail = hours === null ? {} : { hours };
    await recordAudit(ctx, tx, { auditId, event: REASON_EVENT, memberId, detail, words: [body.reason] });
    const { sessionId } = reason;
    await saveReason(tx, { memberId, sessionId, auditId, at: now, before: now - LONGEST_HOURS * HOUR_MS });
  });
  return { hours, until: hours === null ? null : now + hours * HOUR_MS };
}

/** Whether the company asks for a reason before content opens, and for how long one holds. */
export async function getReasonSettings(ctx: VerbContext, raw: RawInput) {
  const { reason, rights } = requireMember(ctx);
  parseInput({}, raw);
  return { hours: reason.hours, mayChange: rights.actions.includes('manage_roles') };
}

/** For whoever manages rights: it narrows what everybody may open. Reasons that were given hold on. */
export async function changeReasonSettings(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId, reason } = authorise(ctx, 'manage_roles');
  const { hours } = parseInput(changeReasonInput, raw).body;
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    await updateReasonHours(tx, hours);
    const detail = { hoursBefore: reason.hours, hours };
    await recordAudit(ctx, tx, { event: 'reason.asked', memberId, detail });
    return { hours, mayChange: true };
  });
}
