import { inTenant, listConversations as queryConversations, listSameIds } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { conversationId, personKey, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAuditOnce, SCROLL_MS } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewConversations } from './view-conversations.ts';

export const listConversationsInput = {
  query: pageQuery.extend({ person: personKey.optional(), kind: z.enum(['room', 'pair', 'group', 'self']).optional() }),
};

const place = z.strictObject({ lastAt: time, conversationId });

/** Conversations in which the reader may see something, latest first. */
export async function listConversations(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { cursor, limit = DEFAULT_LIMIT, person, kind } = parseInput(listConversationsInput, raw).query;
  const after = decodeCursor(place, cursor);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const about = person === undefined ? {} : { subject: `person:${person}` };
    await recordAuditOnce(ctx, tx, { event: 'conversations.listed', memberId, ...about }, SCROLL_MS);
    const [ids = null] = await listSameIds(tx, person === undefined ? [] : [person]);
    const rows = await queryConversations(tx, access, {
      kind: kind ?? null,
      person: ids,
      after,
      limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => ({ lastAt: row.lastAt, conversationId: row.conversationId }));
    return { ...page, items: await viewConversations(ctx, tx, access, page.items) };
  });
}
