import {
  countHidden,
  findMessage,
  inTenant,
  listConversationsByIds,
  listMessages,
  type MessageRow,
} from '@highwater/db';
import { FaultError, type MessagePosition } from '@highwater/domain';
import { groupCalls } from '@highwater/wecom';
import { z } from '@hono/zod-openapi';
import { queryInteger } from '../schemas/query-values.ts';
import { messageId, time } from '../schemas/values.ts';
import { viewConversations } from '../conversations/view-conversations.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, encodeCursor } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { matchQuotes } from './match-quotes.ts';
import { viewMessages } from './view-messages.ts';

const count = queryInteger({ min: 0, max: 200 });

export const readContextInput = {
  params: z.strictObject({ messageId }),
  query: z.strictObject({ before: count.optional(), after: count.optional(), cursor: z.string().max(1000).optional() }),
};

/** Messages before and after the anchor unless asked otherwise: about two screens. */
const AROUND = 20;
const place = z.strictObject({ sentAt: time, messageId, towards: z.enum(['older', 'newer']) });

/** What was said around a message in its conversation, oldest first; a cursor reads on in its own direction. */
export async function readContext(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { params, query } = parseInput(readContextInput, raw);
  const cursor = decodeCursor(place, query.cursor);
  const before = query.before ?? AROUND;
  const after = query.after ?? AROUND;

  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const anchor = await findMessage(tx, access, params.messageId);
    if (anchor === undefined) throw new FaultError('thing.missing');
    const selection = { conversationId: anchor.conversationId };
    const read = (from: MessagePosition, towards: 'older' | 'newer', limit: number) =>
      listMessages(tx, access, selection, { from, towards, limit: limit + 1 });

    const start = cursor ?? anchor;
    const older = cursor?.towards === 'newer' ? [] : await read(start, 'older', before);
    const newer = cursor?.towards === 'older' ? [] : await read(start, 'newer', after);
    const rows = [
      ...older.slice(0, before).toReversed(),
      ...(cursor === null ? [anchor] : []),
      ...newer.slice(0, after),
    ];

    const [conversation] = await viewConversations(
      ctx,
      tx,
      access,
      await listConversationsByIds(tx, access, [anchor.conversationId]),
      anchor.sentAt,
    );
    const [first, last] = [rows.at(0), rows.at(-1)];
    if (conversation === undefined) throw new FaultError('thing.missing');
    const hidden = first && last ? await countHidden(tx, access, anchor.conversationId, first, last) : 0;
    await recordAudit(ctx, tx, {
      event: 'conversation.viewed',
      memberId,
      subject: `conversation:${anchor.conversationId}`,
      detail: { messages: rows.length },
    });
    const views = await viewMessages(ctx, tx, rows);
    return {
      anchorId: params.messageId,
      conversation,
      items: await matchQuotes(ctx.deps, tx, access, anchor.conversationId, views),
      calls: groupCalls(views),
      // Reading on in one direction says nothing new of the other.
      olderCursor: cursor?.towards === 'newer' ? null : cursorAt(first, 'older', older.length > before),
      newerCursor: cursor?.towards === 'older' ? null : cursorAt(last, 'newer', newer.length > after),
      hidden,
    };
  });
}

function cursorAt(row: MessageRow | undefined, towards: 'older' | 'newer', more: boolean): string | null {
  return row === undefined || !more ? null : encodeCursor({ sentAt: row.sentAt, messageId: row.messageId, towards });
}
