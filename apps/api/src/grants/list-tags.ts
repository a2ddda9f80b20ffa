import { inTenant, listCustomerTags } from '@highwater/db';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const listTagsInput = {};

/** A company has at most 10,000 in WeCom, and seldom more than some hundreds. */
const MOST = 1000;

/** Customer tags of the company, for choosing whose conversations a grant opens. */
export async function listTags(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_members');
  parseInput(listTagsInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => ({ items: await listCustomerTags(tx, MOST) }));
}
