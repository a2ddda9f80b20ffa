import { randomUUID } from 'node:crypto';
import { dialogNotePlace, sealBytes } from '@highwater/crypto';
import { insertDialog, type TenantTx } from '@highwater/db';
import type { DialogId, MessageId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { messageId } from '../schemas/values.ts';
import type { AuthorisedMember } from '../verbs/authorise.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { getAnchor } from './get-anchor.ts';
import { measureDialog } from './measure-dialog.ts';

/** A dialog: a message that it holds, and the silence that cuts it. */
export const cutFields = { messageId, gapMinutes: z.int().min(1).max(1440) };

interface Kept {
  readonly messageId: MessageId;
  readonly gapMinutes: number;
  readonly reason: 'cited' | 'exported';
  readonly note?: string | undefined;
}

/** Freezes the list of messages that a message's dialog has now, whoever may see them. Throws `thing.missing`. */
export async function keepDialog(
  ctx: VerbContext,
  tx: TenantTx,
  { tenantId, access, memberId }: AuthorisedMember,
  { messageId: anchorId, gapMinutes, reason, note = '' }: Kept,
): Promise<DialogId> {
  const dialogId = randomUUID() as DialogId;
  const { row, point } = await getAnchor(tx, access, anchorId);
  const { points, isCut } = await measureDialog(tx, access, row.conversationId, point, gapMinutes * 60_000);
  const sealNote = async (text: string) => {
    const subkey = await ctx.deps.tenantKeys.subkey(tenantId, 'plaintext');
    return sealBytes(subkey, dialogNotePlace(tenantId, dialogId), Buffer.from(text, 'utf8'));
  };
  await insertDialog(tx, {
    dialogId,
    conversationId: row.conversationId,
    anchorId: row.messageId,
    gapMinutes,
    reason,
    sealedNote: note === '' ? null : await sealNote(note),
    isCut,
    messages: points,
    frozenBy: memberId,
    frozenAt: ctx.deps.clock.now(),
  });
  await recordAudit(ctx, tx, {
    event: reason === 'cited' ? 'dialog.cited' : 'dialog.frozen',
    memberId,
    subject: `dialog:${dialogId}`,
    detail: { messages: points.length, gapMinutes, conversation: row.conversationId },
  });
  return dialogId;
}
