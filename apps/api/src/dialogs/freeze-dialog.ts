import { randomUUID } from 'node:crypto';
import { dialogNotePlace, sealBytes } from '@highwater/crypto';
import { findDialog, insertDialog } from '@highwater/db';
import { FaultError, type DialogId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { messageId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { inTenantOnce } from '../verbs/in-tenant-once.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { getAnchor } from './get-anchor.ts';
import { measureDialog } from './measure-dialog.ts';
import { viewFrozen } from './view-frozen.ts';

/** Characters of a note. */
const LONGEST_NOTE = 2000;

export const freezeDialogInput = {
  body: z.strictObject({
    messageId,
    gapMinutes: z.int().min(1).max(1440),
    reason: z.enum(['cited', 'exported']),
    note: z.string().trim().max(LONGEST_NOTE).optional(),
  }),
};

/** Keeps the list of messages that a message's dialog has now, whoever may see them. */
export async function freezeDialog(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'view');
  const { tenantId, access, memberId } = member;
  const { body } = parseInput(freezeDialogInput, raw);
  if (body.reason === 'exported') authorise(ctx, 'export');
  const dialogId = randomUUID() as DialogId;
  const subkey = await ctx.deps.tenantKeys.subkey(tenantId, 'plaintext');
  const { note: _note, ...request } = body;
  return inTenantOnce(ctx, member, { route: 'POST /dialogs', request }, async (tx) => {
    const { row, point } = await getAnchor(tx, access, body.messageId);
    const span = await measureDialog(tx, access, row.conversationId, point, body.gapMinutes * 60_000);
    await insertDialog(tx, {
      dialogId,
      conversationId: row.conversationId,
      anchorId: row.messageId,
      gapMinutes: body.gapMinutes,
      reason: body.reason,
      sealedNote: body.note
        ? sealBytes(subkey, dialogNotePlace(tenantId, dialogId), Buffer.from(body.note, 'utf8'))
        : null,
      isCut: span.isCut,
      messages: span.points,
      frozenBy: memberId,
      frozenAt: ctx.deps.clock.now(),
    });
    await recordAudit(ctx, tx, {
      event: body.reason === 'cited' ? 'dialog.cited' : 'dialog.frozen',
      memberId,
      subject: `dialog:${dialogId}`,
      detail: { messages: span.points.length, gapMinutes: body.gapMinutes },
    });
    const kept = await findDialog(tx, access, dialogId);
    if (kept === undefined) throw new FaultError('internal');
    return viewFrozen(ctx, tx, member, kept);
  });
}
