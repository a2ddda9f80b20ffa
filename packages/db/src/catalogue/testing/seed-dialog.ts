import type { ConversationId, DialogId, MemberId, MessageId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';

/** A citation of a conversation's first message, without the ones that follow it. */
export async function seedDialog(
  tx: db.TenantTx,
  frozenBy: MemberId,
  { conversationId, messageId }: { conversationId: ConversationId; messageId: MessageId },
): Promise<DialogId> {
  const dialogId = newId<DialogId>();
  await db.insertDialog(tx, dialogOf(dialogId, frozenBy, conversationId, messageId));
  return dialogId;
}

export function dialogOf(
  dialogId: DialogId,
  frozenBy: MemberId,
  conversationId: ConversationId,
  messageId: MessageId,
): Parameters<typeof db.insertDialog>[1] {
  return {
    dialogId,
    conversationId,
    anchorId: messageId,
    gapMinutes: 30,
    reason: 'cited',
    sealedNote: Buffer.from('sealed'),
    isCut: false,
    messages: [{ sentAt: ROW_TIME, messageId }],
    frozenBy,
    frozenAt: ROW_TIME,
  };
}

/** As its reader finds it. */
export function dialogRowOf(
  dialogId: DialogId,
  frozenBy: MemberId,
  conversationId: ConversationId,
  messageId: MessageId,
): db.DialogRow {
  const { messages: _list, sealedNote: _note, ...rest } = dialogOf(dialogId, frozenBy, conversationId, messageId);
  // Its time reaches over the conversation's other messages, which are not on its list.
  return {
    ...rest,
    sealedNote: null,
    messages: 1,
    firstAt: ROW_TIME,
    lastAt: ROW_TIME + 60_000,
    frozenByName: '周敏',
  };
}
