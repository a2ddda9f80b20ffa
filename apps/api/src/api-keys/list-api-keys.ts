import { inTenant, listApiKeys as queryApiKeys } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { apiKeyId, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewApiKeys } from './view-api-key.ts';

export const listApiKeysInput = { query: pageQuery };

const place = z.strictObject({ madeAt: time, keyId: apiKeyId });

/** The company's keys, newest first, those that ended included. */
export async function listApiKeys(ctx: VerbContext, raw: RawInput) {
  const asker = authorise(ctx, 'manage_keys', { looks: true });
  const { cursor, limit = DEFAULT_LIMIT } = parseInput(listApiKeysInput, raw).query;
  const after = decodeCursor(place, cursor);
  return inTenant(ctx.deps.database, asker.tenantId, async (tx) => {
    const rows = await queryApiKeys(tx, { after, limit: limit + 1 });
    const page = pageOf(rows, limit, ({ madeAt, keyId }) => ({ madeAt, keyId }));
    return { ...page, items: await viewApiKeys(ctx, tx, asker, page.items) };
  });
}
