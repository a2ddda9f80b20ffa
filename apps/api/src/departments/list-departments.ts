import { inTenant, listDepartments as queryDepartments } from '@highwater/db';
import { foldedPattern } from '@highwater/search';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const listDepartmentsInput = {
  /** `q` is a part of the name; letter case, width, Traditional and Simplified aside. */
  query: pageQuery.extend({ q: z.string().max(100).optional() }),
};

const place = z.strictObject({ connectionId, order: z.array(z.string().regex(/^-?\d{1,19}$/)).max(100) });

/** The departments of the company, for choosing whose messages a viewer may see: the tree, read from above. */
export async function listDepartments(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_members');
  const { cursor, limit = DEFAULT_LIMIT, q } = parseInput(listDepartmentsInput, raw).query;
  const after = decodeCursor(place, cursor);
  const text = q?.trim() ? foldedPattern(q.trim()) : null;
  const rows = await inTenant(ctx.deps.database, tenantId, (tx) =>
    queryDepartments(tx, { text, after, limit: limit + 1 }),
  );
  const page = pageOf(rows, limit, ({ connectionId: connection, order }) => ({ connectionId: connection, order }));
  return { ...page, items: page.items.map(({ order: _order, ...department }) => department) };
}
