import { findNearestSeen, inTenant, listPoints, type TenantTx } from '@highwater/db';
import { FaultError, type AccessCondition, type ConversationId, type MessageId, type UnixMs } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { queryGap, readGap } from '../messages/read-gap.ts';
import { pageQuery, queryTime } from '../schemas/query-values.ts';
import { conversationId, messageId, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, encodeCursor } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { PAGE_PARTS_MS, recordAuditOnce, SCROLL_MS } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { cutDialogs, type DialogPlace } from './cut-dialogs.ts';
import { readRun } from './measure-dialog.ts';
import { viewDialogs } from './view-dialogs.ts';

export const listDialogsInput = {
  params: z.strictObject({ conversationId }),
  query: pageQuery.extend({ gap: queryGap.optional(), until: queryTime.optional() }),
};

/** Dialogs of a page unless asked otherwise. */
const LIMIT = 20;
const NO_ID = '00000000-0000-0000-0000-000000000000' as MessageId;
const END = Date.UTC(9999, 0);
const place = z.strictObject({ sentAt: time, messageId, isCut: z.boolean() });

/** Dialogs of a conversation, newest first; with `until` from the one on that was under way or over then. */
export async function listConversationDialogs(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { params, query } = parseInput(listDialogsInput, raw);
  const cursor = decodeCursor(place, query.cursor);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const newest = { sentAt: END, messageId: NO_ID };
    if ((await findNearestSeen(tx, access, params.conversationId, newest, 'older')) === undefined) {
      throw new FaultError('thing.missing');
    }
    const gapMinutes = await readGap(tx, query.gap);
    const gapMs = gapMinutes * 60_000;
    const from = cursor ?? (await placeAt(tx, access, params.conversationId, query.until ?? END, gapMs));
    const limit = Math.min(query.limit ?? LIMIT, 50);
    const { spans, next } = await cutDialogs(tx, access, params.conversationId, { from, gapMs, limit });
    const items = await viewDialogs(ctx, tx, access, params.conversationId, spans);
    const subject = `conversation:${params.conversationId}`;
    const act = { event: 'conversation.viewed', memberId, subject, detail: { dialogs: items.length } };
    await recordAuditOnce(ctx, tx, act, cursor === null ? PAGE_PARTS_MS : SCROLL_MS);
    return { gapMinutes, items, nextCursor: next === null ? null : encodeCursor(next) };
  });
}

/** After the dialog that the last message before a time belongs to. */
async function placeAt(
  tx: TenantTx,
  access: AccessCondition,
  id: ConversationId,
  until: UnixMs,
  gapMs: number,
): Promise<DialogPlace> {
  const from = { sentAt: until, messageId: NO_ID };
  if (until === END) return { ...from, isCut: false };
  const [before] = await listPoints(tx, access, id, { from, towards: 'older', limit: 1 });
  if (before === undefined) return { ...from, isCut: false };
  const run = await readRun(tx, access, id, before, 'newer', gapMs);
  const last = run.points.at(-1) ?? before;
  return { sentAt: last.sentAt + 1, messageId: NO_ID, isCut: run.isCut };
}
