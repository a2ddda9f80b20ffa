import { findMessage, inTenant, listMessagesByIds, type TenantTx } from '@highwater/db';
import { FaultError, type MessagePosition } from '@highwater/domain';
import { groupCalls } from '@highwater/wecom';
import { z } from '@hono/zod-openapi';
import { viewOneConversation } from '../conversations/view-one-conversation.ts';
import { queryInteger } from '../schemas/query-values.ts';
import { messageId, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, encodeCursor } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { PAGE_PARTS_MS, recordAuditOnce, SCROLL_MS } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { matchQuotes } from './match-quotes.ts';
import { queryGap, readGap } from './read-gap.ts';
import { readStretch } from './read-stretch.ts';
import { viewMessages } from './view-messages.ts';

const count = queryInteger({ min: 0, max: 200 });

export const readContextInput = {
  params: z.strictObject({ messageId }),
  query: z.strictObject({
    before: count.optional(),
    after: count.optional(),
    gap: queryGap.optional(),
    cursor: z.string().max(1000).optional(),
  }),
};

/** Messages before and after the anchor unless asked otherwise: about two screens. */
const AROUND = 20;
const place = z.strictObject({ sentAt: time, messageId, towards: z.enum(['older', 'newer']) });

/** What was said around a message in its conversation, oldest first; a cursor reads on in its own direction. */
export async function readContext(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { params, query } = parseInput(readContextInput, raw);
  const cursor = decodeCursor(place, query.cursor);

  const inOwn = <Result>(work: (tx: TenantTx) => Promise<Result>): Promise<Result> =>
    inTenant(ctx.deps.database, tenantId, work, { prepares: true });
  const { anchor, gapMinutes } = await inOwn(async (tx) => {
    const found = await findMessage(tx, access, params.messageId);
    if (found === undefined) throw new FaultError('thing.missing');
    return { anchor: found, gapMinutes: await readGap(tx, query.gap) };
  });
  const { conversationId } = anchor;
  // Side by side, each on a connection of its own: neither waits for the other's answers.
  const [conversation, part] = await Promise.all([
    inOwn((tx) => viewOneConversation(ctx, tx, access, conversationId, anchor.sentAt)),
    inOwn(async (tx) => {
      const stretch = await readStretch(tx, access, conversationId, {
        from: cursor ?? anchor,
        towards: cursor?.towards ?? 'both',
        before: query.before ?? AROUND,
        after: query.after ?? AROUND,
        gapMs: gapMinutes * 60_000,
      });
      const ids = stretch.items.map((item) => item.messageId);
      const rows = (await listMessagesByIds(tx, access, ids)).toReversed();
      const subject = `conversation:${conversationId}`;
      const act = { event: 'conversation.viewed', memberId, subject, detail: { messages: rows.length } };
      // Reading on is part of the opening.
      await recordAuditOnce(ctx, tx, act, cursor === null ? PAGE_PARTS_MS : SCROLL_MS);
      const views = await viewMessages(ctx, tx, rows);
      return { stretch, views, items: await matchQuotes(ctx, tx, access, conversationId, views) };
    }),
  ]);
  const { stretch, views, items } = part;
  const starts = new Map(stretch.items.map((item) => [item.messageId, item.startsDialog]));
  const [first, last] = [views.at(0), views.at(-1)];
  return {
    anchorId: params.messageId,
    conversation,
    gapMinutes,
    items: items.map((item) => ({ ...item, startsDialog: starts.get(item.messageId) ?? false })),
    calls: groupCalls(views),
    // Reading on in one direction says nothing new of the other.
    olderCursor: first && stretch.hasOlder ? encodeCursor(placeOf(first, 'older')) : null,
    newerCursor: last && stretch.hasNewer ? encodeCursor(placeOf(last, 'newer')) : null,
    hidden: stretch.hiddenAt.reduce((sum, run) => sum + run.count, 0),
    hiddenAt: stretch.hiddenAt,
  };
}

function placeOf(row: MessagePosition, towards: 'older' | 'newer'): object {
  return { sentAt: row.sentAt, messageId: row.messageId, towards };
}
