import { findNearestSeen, findReadingSettings, inTenant, listBusyDays } from '@highwater/db';
import { FaultError, type MessageId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { queryTime } from '../schemas/query-values.ts';
import { conversationId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { PAGE_PARTS_MS, recordAuditOnce } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { splitDays } from './split-days.ts';
import { viewOneConversation } from './view-one-conversation.ts';

const params = z.strictObject({ conversationId });
export const getConversationInput = { params };
export const listDaysInput = { params, query: z.strictObject({ from: queryTime, until: queryTime }) };
export const findAtInput = { params, query: z.strictObject({ at: queryTime }) };

const NO_ID = '00000000-0000-0000-0000-000000000000' as MessageId;
/** Before and after every message. */
export const BEGINNING = { sentAt: 0, messageId: NO_ID };
export const END = { sentAt: Date.UTC(9999, 0), messageId: NO_ID };

export async function getConversation(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { conversationId: id } = parseInput(getConversationInput, raw).params;
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const view = await viewOneConversation(ctx, tx, access, id, null);
    const act = { event: 'conversation.viewed', memberId, subject: `conversation:${id}` };
    await recordAuditOnce(ctx, tx, act, PAGE_PARTS_MS);
    return view;
  });
}

/** Days of a stretch of time on which the reader may see something, in the company's zone; a year at most. */
export async function listConversationDays(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access } = authorise(ctx, 'view');
  const { params: asked, query } = parseInput(listDaysInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const id = asked.conversationId;
    const first = await findNearestSeen(tx, access, id, BEGINNING, 'newer');
    const last = await findNearestSeen(tx, access, id, END, 'older');
    if (first === undefined || last === undefined) throw new FaultError('thing.missing');
    const { zone } = await findReadingSettings(tx);
    const days = splitDays(zone, query, { from: first.sentAt, until: last.sentAt + 1 });
    return { days: await listBusyDays(tx, access, id, days), zone, firstAt: first.sentAt, lastAt: last.sentAt };
  });
}

/** The first message at or after a time that the reader may see, else the last one before it. */
export async function findMessageAt(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access } = authorise(ctx, 'view');
  const { params: asked, query } = parseInput(findAtInput, raw);
  return inTenant(
    ctx.deps.database,
    tenantId,
    async (tx) => {
      const from = { sentAt: query.at, messageId: NO_ID };
      const found =
        (await findNearestSeen(tx, access, asked.conversationId, from, 'newer')) ??
        (await findNearestSeen(tx, access, asked.conversationId, from, 'older'));
      if (found === undefined) throw new FaultError('thing.missing');
      return { messageId: found.messageId, sentAt: found.sentAt };
    },
    { prepares: true },
  );
}
