import { inTenant, listQuarantinedEnvelopes } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { cause } from '../schemas/quarantine.ts';
import { DEFAULT_LIMIT, pageQuery, queryInteger } from '../schemas/query-values.ts';
import { bigNumber, connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

/** What WeCom counts versions with. */
export const VERSIONS = { min: 0, max: 2 ** 32 - 1 };

export const listQuarantinedInput = {
  query: pageQuery.extend({
    connectionId,
    cause: cause.optional(),
    publickeyVer: queryInteger(VERSIONS).optional(),
  }),
};

const place = z.strictObject({ pageNo: z.int().positive(), seq: bigNumber, sha256: z.string().max(64) });

/** Envelopes that are not opened, those that came last first: numbers and times, nothing of what they hold. */
export async function listQuarantined(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_completeness');
  const { query } = parseInput(listQuarantinedInput, raw);
  const { limit = DEFAULT_LIMIT } = query;
  const before = decodeCursor(place, query.cursor);
  const scope = { cause: query.cause ?? null, publickeyVer: query.publickeyVer ?? null };
  const rows = await inTenant(ctx.deps.database, tenantId, (tx) =>
    listQuarantinedEnvelopes(tx, query.connectionId, scope, { before, limit: limit + 1 }),
  );
  return pageOf(rows, limit, ({ pageNo, seq, sha256 }) => ({ pageNo, seq, sha256 }));
}
