import { asPlatform, listOperatorTenants } from '@highwater/db';
import { requireOperator } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const listTenantsInput = {};

/** Health of every company: counts, times and states, never content. */
export async function listTenants(ctx: VerbContext, raw: RawInput) {
  requireOperator(ctx);
  parseInput(listTenantsInput, raw);
  return { items: await asPlatform(ctx.deps.database, 'operator console', listOperatorTenants), nextCursor: null };
}
