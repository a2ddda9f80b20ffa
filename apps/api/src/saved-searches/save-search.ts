import { randomUUID } from 'node:crypto';
import { savedSearchPlace, sealBytes } from '@highwater/crypto';
import { insertSavedSearch } from '@highwater/db';
import { FaultError, type SavedSearchId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { savedQuery } from '../schemas/saved-search.ts';
import { authorise } from '../verbs/authorise.ts';
import { inTenantOnce } from '../verbs/in-tenant-once.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

const LONGEST_NAME = 80;

export const saveSearchInput = {
  body: z.strictObject({ name: z.string().trim().min(1).max(LONGEST_NAME), query: savedQuery }),
};

/** Keeps a search for the member alone. The name is its own; what is asked for is sealed. */
export async function saveSearch(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'search');
  const { tenantId, memberId } = member;
  const { body } = parseInput(saveSearchInput, raw);
  const { name, query } = body;
  const searchId = randomUUID() as SavedSearchId;
  const createdAt = ctx.deps.clock.now();
  const subkey = await ctx.deps.tenantKeys.subkey(tenantId, 'plaintext');
  return inTenantOnce(ctx, member, { route: 'POST /saved-searches', request: body }, async (tx) => {
    const place = savedSearchPlace(tenantId, searchId);
    const sealedQuery = sealBytes(subkey, place, Buffer.from(JSON.stringify(query), 'utf8'));
    const outcome = await insertSavedSearch(tx, { searchId, memberId, name, sealedQuery, createdAt });
    if (outcome === 'name_taken') throw new FaultError('saved_search.name_taken', { field: 'name' });
    if (outcome === 'too_many') throw new FaultError('saved_search.too_many');
    await recordAudit(ctx, tx, { event: 'search.saved', memberId, subject: `search:${searchId}` });
    return { searchId, name, query, createdAt };
  });
}
