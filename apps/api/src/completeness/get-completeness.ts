import { inTenant, listCompleteness } from '@highwater/db';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const getCompletenessInput = {};

/** Everything that WeCom returned up to `lastSeq` is stored; this says what became of it. */
export async function getCompleteness(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_completeness');
  parseInput(getCompletenessInput, raw);
  return { connections: await inTenant(ctx.deps.database, tenantId, listCompleteness) };
}
