import { inTenant, listSchedules as querySchedules } from '@highwater/db';
import { authorise } from '../verbs/authorise.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { viewSchedules } from './view-schedules.ts';

/** All schedules with their last runs; a company has a handful. */
export async function listSchedules(ctx: VerbContext) {
  const { tenantId } = authorise(ctx, 'schedule');
  const items = await inTenant(ctx.deps.database, tenantId, async (tx) => viewSchedules(tx, await querySchedules(tx)));
  return { items, nextCursor: null };
}
