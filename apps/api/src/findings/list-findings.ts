import { getTenant, inTenant, listConnections, listFindings as queryFindings } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { findingId, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewFinding } from './view-finding.ts';

export const listFindingsInput = { query: pageQuery.extend({ state: z.enum(['open', 'resolved']).optional() }) };

const place = z.strictObject({ lastAt: time, findingId });

/** What is wrong (or was), what it means and what to do; open ones unless asked otherwise. */
export async function listFindings(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_completeness');
  const { cursor, limit = DEFAULT_LIMIT, state = 'open' } = parseInput(listFindingsInput, raw).query;
  const before = decodeCursor(place, cursor);
  const views = await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const { zone } = await getTenant(tx);
    const connections = await listConnections(tx);
    const reader = { language: ctx.language, zone, now: ctx.deps.clock.now(), connections };
    const rows = await queryFindings(tx, state, { before, limit: limit + 1 });
    return rows.map((row) => viewFinding(row, reader));
  });
  return pageOf(views, limit, ({ lastAt, findingId }) => ({ lastAt, findingId }));
}
