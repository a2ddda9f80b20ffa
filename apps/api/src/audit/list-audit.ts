import { inTenant, listAudit as queryAudit } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const listAuditInput = { query: pageQuery };

const place = z.strictObject({ at: time, auditId: z.uuid() });

/** Who did what, newest first. */
export async function listAudit(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_audit');
  const { cursor, limit = DEFAULT_LIMIT } = parseInput(listAuditInput, raw).query;
  const before = decodeCursor(place, cursor);
  const rows = await inTenant(ctx.deps.database, tenantId, (tx) => queryAudit(tx, { before, limit: limit + 1 }));
  return pageOf(rows, limit, ({ at, auditId }) => ({ at, auditId }));
}
