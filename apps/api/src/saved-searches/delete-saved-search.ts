import { deleteSavedSearch as remove, inTenant } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { savedSearchId } from '../schemas/saved-search.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const deleteSavedSearchInput = { params: z.strictObject({ searchId: savedSearchId }) };

/** One of the member's own; another's is missing. */
export async function deleteSavedSearch(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = authorise(ctx, 'search');
  const { searchId } = parseInput(deleteSavedSearchInput, raw).params;
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    if (!(await remove(tx, memberId, searchId))) throw new FaultError('thing.missing');
    await recordAudit(ctx, tx, { event: 'search.deleted', memberId, subject: `search:${searchId}` });
  });
}
