import { openBytes, savedSearchPlace } from '@highwater/crypto';
import { inTenant, listSavedSearches as querySavedSearches } from '@highwater/db';
import { savedQuery } from '../schemas/saved-search.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

/** The member's own saved searches by name, at most 100. */
export async function listSavedSearches(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'search');
  parseInput({}, raw);
  const subkey = await ctx.deps.tenantKeys.subkey(tenantId, 'plaintext');
  const rows = await inTenant(ctx.deps.database, tenantId, (tx) => querySavedSearches(tx, memberId));
  const items = rows.map(({ searchId, name, sealedQuery, createdAt }) => {
    const opened = openBytes(subkey, savedSearchPlace(tenantId, searchId), sealedQuery);
    return { searchId, name, query: savedQuery.parse(JSON.parse(Buffer.from(opened).toString('utf8'))), createdAt };
  });
  return { items, nextCursor: null };
}
