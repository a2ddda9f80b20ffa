import {
  findDialog,
  inTenant,
  listDialogs,
  listFrozenMessages,
  listHiddenOfFrozen,
  removeDialog,
  type DialogRow,
  type TenantTx,
} from '@highwater/db';
import { FaultError, type DialogId } from '@highwater/domain';
import { groupCalls } from '@highwater/wecom';
import { z } from '@hono/zod-openapi';
import { matchQuotes } from '../messages/match-quotes.ts';
import { viewMessages } from '../messages/view-messages.ts';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { dialogId, messageId, time } from '../schemas/values.ts';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit, recordAuditOnce, SCROLL_MS } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewFrozen } from './view-frozen.ts';

export const listFrozenInput = { query: pageQuery };
export const getFrozenInput = { params: z.strictObject({ dialogId }), query: pageQuery };
export const removeFrozenInput = { params: z.strictObject({ dialogId }) };

/** Frozen dialogs of a page unless asked otherwise. */
const LIMIT = 20;
const placeInList = z.strictObject({ frozenAt: time, dialogId });
const placeInText = z.strictObject({ sentAt: time, messageId });

/** Cited and exported dialogs of which the reader may see something, the last frozen first. */
export async function listFrozenDialogs(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'view');
  const { cursor, limit: asked = LIMIT } = parseInput(listFrozenInput, raw).query;
  const limit = Math.min(asked, 50);
  const after = decodeCursor(placeInList, cursor);
  return inTenant(ctx.deps.database, member.tenantId, async (tx) => {
    const { memberId } = member;
    await recordAuditOnce(ctx, tx, { event: 'dialogs.listed', memberId }, SCROLL_MS);
    const rows = await listDialogs(tx, member.access, { after, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => ({ frozenAt: row.frozenAt, dialogId: row.dialogId }));
    const items = [];
    for (const row of page.items) items.push(await viewFrozen(ctx, tx, member, row));
    return { ...page, items };
  });
}

/** A frozen dialog with the messages of its list that the reader may see. */
export async function getFrozenDialog(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'view');
  const { params, query } = parseInput(getFrozenInput, raw);
  const { limit = DEFAULT_LIMIT } = query;
  const after = decodeCursor(placeInText, query.cursor);
  return inTenant(ctx.deps.database, member.tenantId, async (tx) => {
    const row = await getReadable(tx, member, params.dialogId);
    const rows = await listFrozenMessages(tx, member.access, row.dialogId, { after, limit: limit + 1 });
    const page = pageOf(rows, limit, ({ sentAt, messageId: id }) => ({ sentAt, messageId: id }));
    const views = await viewMessages(ctx, tx, page.items);
    const until = page.nextCursor === null ? null : (page.items.at(-1) ?? null);
    const runs = await listHiddenOfFrozen(tx, member.access, row.dialogId, { after: after ?? null, until });
    const act = {
      event: 'dialog.viewed',
      memberId: member.memberId,
      subject: `dialog:${row.dialogId}`,
      detail: { messages: views.length, conversation: row.conversationId },
    };
    if (after === null) await recordAudit(ctx, tx, act);
    else await recordAuditOnce(ctx, tx, act, SCROLL_MS);
    return {
      ...(await viewFrozen(ctx, tx, member, row)),
      items: await matchQuotes(ctx, tx, member.access, row.conversationId, views),
      calls: groupCalls(views),
      hiddenAt: runs.map((run) => ({ ...run, isMore: false })),
      nextCursor: page.nextCursor,
    };
  });
}

/**
 * Takes a citation back: one's own, or anybody's for a member who sees every message; others are missing. An exported list
 * stays.
 */
export async function removeFrozenDialog(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'view');
  const { tenantId, memberId } = member;
  const { params } = parseInput(removeFrozenInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const row = await getReadable(tx, member, params.dialogId);
    if (row.frozenBy !== memberId && member.access.kind !== 'all') throw new FaultError('thing.missing');
    if (row.reason !== 'cited') throw new FaultError('request.conflict');
    const removed = await removeDialog(tx, row.dialogId, { by: memberId, at: ctx.deps.clock.now() });
    if (!removed) throw new FaultError('thing.missing');
    await recordAudit(ctx, tx, { event: 'dialog.removed', memberId, subject: `dialog:${row.dialogId}` });
  });
}

async function getReadable(tx: TenantTx, { access }: AuthorisedMember, id: DialogId): Promise<DialogRow> {
  const row = await findDialog(tx, access, id);
  if (row === undefined) throw new FaultError('thing.missing');
  return row;
}
