import {
  abandonIndexRun,
  clearFeed,
  ensureIndexState,
  inTenant,
  switchTypesense as switchInDatabase,
} from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { INDEX_VERSION } from '@highwater/search';
import { z } from '@hono/zod-openapi';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewSearchIndex } from './view-search-index.ts';

export const switchTypesenseInput = { body: z.strictObject({ on: z.boolean() }) };

/**
 * Switches the fast search server on or off for the company. On: it is filled, and asked when it holds everything. Off:
 * nobody asks it from now on, and what it holds is removed. Throws `index.not_offered` where there is none.
 */
export async function switchTypesense(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { on } = parseInput(switchTypesenseInput, raw).body;
  const { clock, database, enqueue, offersTypesense } = ctx.deps;
  if (on && !offersTypesense) throw new FaultError('index.not_offered');
  return inTenant(database, tenantId, async (tx) => {
    await ensureIndexState(tx, INDEX_VERSION);
    if (await switchInDatabase(tx, on, clock.now())) {
      await abandonIndexRun(tx, 'typesense', clock.now());
      await clearFeed(tx);
      await recordAudit(ctx, tx, { event: on ? 'typesense.switched_on' : 'typesense.switched_off', memberId });
      await enqueue(tx, 'index-messages', { tenantId });
    }
    return viewSearchIndex(tx, offersTypesense);
  });
}
