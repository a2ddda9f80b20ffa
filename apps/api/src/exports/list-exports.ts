import { inTenant, listExports as queryExports } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { exportId, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewExport } from './view-export.ts';

export const listExportsInput = { query: pageQuery };

const place = z.strictObject({ createdAt: time, exportId });

/** The member's exports, newest first; everybody's for a member who sees every message, for a key its own alone. */
export async function listExports(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'export');
  const { tenantId, memberId, access, apiKeyId } = member;
  const { cursor, limit = DEFAULT_LIMIT } = parseInput(listExportsInput, raw).query;
  const after = decodeCursor(place, cursor);
  const requestedBy = access.kind === 'all' ? null : memberId;
  const rows = await inTenant(ctx.deps.database, tenantId, (tx) =>
    queryExports(tx, { requestedBy, apiKeyId, after, limit: limit + 1 }),
  );
  const page = pageOf(rows, limit, (row) => ({ createdAt: row.createdAt, exportId: row.exportId }));
  return { ...page, items: await Promise.all(page.items.map((row) => viewExport(ctx, member, row))) };
}
