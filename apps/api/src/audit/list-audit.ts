import { inTenant, listAudit as queryAudit, listAuditMembers } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { auditFields, filterOf } from './audit-query.ts';
import { viewLines } from './view-lines.ts';

export const listAuditInput = { query: pageQuery.extend(auditFields) };

const place = z.strictObject({ at: time, auditId: z.uuid() });

/** Who did what, newest first. */
export async function listAudit(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_audit');
  const { cursor, limit = DEFAULT_LIMIT, ...asked } = parseInput(listAuditInput, raw).query;
  const before = decodeCursor(place, cursor);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const rows = await queryAudit(tx, { before, limit: limit + 1 }, await filterOf(tx, asked));
    const page = pageOf(rows, limit, ({ at, auditId }) => ({ at, auditId }));
    return { ...page, items: await viewLines(ctx, tx, page.items) };
  });
}

/** Everybody whom the log may name as its doer, those who left included. */
export async function listAuditActors(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_audit');
  parseInput({}, raw);
  return { items: await inTenant(ctx.deps.database, tenantId, listAuditMembers) };
}
