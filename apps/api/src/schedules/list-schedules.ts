import { inTenant, listSchedules as querySchedules } from '@highwater/db';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewSchedules } from './view-schedules.ts';

/** All schedules with their last runs; a company has a handful. */
export async function listSchedules(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'schedule');
  parseInput({}, raw);
  const items = await inTenant(ctx.deps.database, tenantId, async (tx) => viewSchedules(tx, await querySchedules(tx)));
  return { items, nextCursor: null };
}
