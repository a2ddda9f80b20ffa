import { inTenant, listQuarantine, listRepairs, listUnknownTypes } from '@highwater/db';
import { findKind } from '@highwater/wecom';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const getQuarantineInput = {};

/** For how long WeCom keeps messages and files. */
const WINDOW_MS = 5 * 24 * 3_600_000;
const REPAIRS = 6;

/** What is stored and not readable, by cause, what is not understood, by type, and the work on both. No content. */
export async function getQuarantine(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_completeness');
  parseInput(getQuarantineInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const groups = await listQuarantine(tx);
    const unknown = await listUnknownTypes(tx);
    return {
      groups: groups.map((group) => ({ ...group, windowEndsAt: group.firstAt + WINDOW_MS })),
      unknown: unknown.map((row) => ({ ...row, isKnown: row.type !== null && findKind(row.type) !== undefined })),
      repairs: await listRepairs(tx, REPAIRS),
    };
  });
}
