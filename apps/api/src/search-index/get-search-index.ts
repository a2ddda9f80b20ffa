import { inTenant } from '@highwater/db';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewSearchIndex } from './view-search-index.ts';

export const getSearchIndexInput = {};

/** How much of the archive a search finds, and the work on that. Counts only. */
export async function getSearchIndex(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_completeness');
  parseInput(getSearchIndexInput, raw);
  return inTenant(ctx.deps.database, tenantId, (tx) => viewSearchIndex(tx, ctx.deps.offersTypesense));
}
