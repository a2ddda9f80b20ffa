import { inTenant } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { queryGap, readGap } from '../messages/read-gap.ts';
import { messageId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { PAGE_PARTS_MS, recordAuditOnce } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { getAnchor } from './get-anchor.ts';
import { measureDialog } from './measure-dialog.ts';
import { viewDialogs } from './view-dialogs.ts';

export const getDialogInput = {
  params: z.strictObject({ messageId }),
  query: z.strictObject({ gap: queryGap.optional() }),
};

/** The dialog that holds a message. */
export async function getDialog(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { params, query } = parseInput(getDialogInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const { row, point } = await getAnchor(tx, access, params.messageId);
    const gapMinutes = await readGap(tx, query.gap);
    const { conversationId } = row;
    const span = await measureDialog(tx, access, conversationId, point, gapMinutes * 60_000);
    const [view] = await viewDialogs(ctx, tx, access, conversationId, [span]);
    if (view === undefined) throw new FaultError('thing.missing');
    const subject = `conversation:${conversationId}`;
    const act = { event: 'conversation.viewed', memberId, subject, detail: { dialogs: 1 } };
    await recordAuditOnce(ctx, tx, act, PAGE_PARTS_MS);
    return { ...view, gapMinutes };
  });
}
