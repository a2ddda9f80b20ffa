/*
 * The pattern of every verb. One file, one function `(ctx, raw) => plain value`, always these beats in this order:
 *   1. authorise: throws, or says who asks and (for content) which messages the asker may see (`access`);
 *   2. parseInput: the same shape that the route documents; unknown keys are refused;
 *   3. inTenant: row-level security on; queries of packages/db, then recordAudit, then deps.enqueue last;
 *   4. return a plain value that the route's answer schema names; nothing else leaves.
 * What goes wrong is a FaultError. A thing of another company is `thing.missing`, because the query does not find it.
 * The route stands in routes.ts of the same folder (defineRoute), and the folder's list in ../routes.ts.
 */
import { inTenant, listMembers as queryMembers } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { memberId, time } from '../schemas/values.ts';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewMembers } from './view-member.ts';

export const listMembersInput = { query: pageQuery };

const place = z.strictObject({ joinedAt: time, memberId });

/** Active members with their grants, oldest first. */
export async function listMembers(ctx: VerbContext, raw: RawInput) {
  const asker = authorise(ctx, 'see_members');
  const { cursor, limit = DEFAULT_LIMIT } = parseInput(listMembersInput, raw).query;
  const after = decodeCursor(place, cursor);
  return inTenant(ctx.deps.database, asker.tenantId, async (tx) => {
    const rows = await viewMembers(ctx, tx, asker, await queryMembers(tx, { after, limit: limit + 1 }));
    return pageOf(rows, limit, ({ joinedAt, memberId }) => ({ joinedAt, memberId }));
  });
}
