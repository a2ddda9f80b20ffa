import type { ConversationId, DialogId, MemberId, MessageId, MessagePosition, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { FreezeReason } from './dialog-row.ts';

/** Keeps a dialog with the list of its messages, which is not empty and oldest first. */
export async function insertDialog(
  tx: TenantTx,
  dialog: {
    readonly dialogId: DialogId;
    readonly conversationId: ConversationId;
    readonly anchorId: MessageId;
    readonly gapMinutes: number;
    readonly reason: FreezeReason;
    readonly sealedNote: Uint8Array | null;
    readonly isCut: boolean;
    readonly messages: readonly MessagePosition[];
    readonly frozenBy: MemberId;
    readonly frozenAt: UnixMs;
  },
): Promise<void> {
  const { messages } = dialog;
  await tx.query(
    `INSERT INTO hw.dialogs (tenant_id, dialog_id, conversation_id, anchor_id, gap_minutes, reason, note_sealed, messages, is_cut,
       first_at, last_at, frozen_by, frozen_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tx.tenantId,
      dialog.dialogId,
      dialog.conversationId,
      dialog.anchorId,
      dialog.gapMinutes,
      dialog.reason,
      dialog.sealedNote,
      messages.length,
      dialog.isCut,
      new Date(messages[0]?.sentAt ?? 0),
      new Date(messages.at(-1)?.sentAt ?? 0),
      dialog.frozenBy,
      new Date(dialog.frozenAt),
    ],
  );
  await tx.query(
    `INSERT INTO hw.dialog_messages (tenant_id, dialog_id, sent_at, message_id)
     SELECT $1, $2, * FROM unnest($3::timestamptz[], $4::uuid[])`,
    [
      tx.tenantId,
      dialog.dialogId,
      messages.map(({ sentAt }) => new Date(sentAt)),
      messages.map(({ messageId }) => messageId),
    ],
  );
}

/** Takes a frozen dialog back; the row and its list stay. False when it was taken back before or is not there. */
export async function removeDialog(
  tx: TenantTx,
  dialogId: DialogId,
  removed: { readonly by: MemberId; readonly at: UnixMs },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.dialogs SET removed_by = $3, removed_at = $4
     WHERE tenant_id = $1 AND dialog_id = $2 AND removed_at IS NULL`,
    [tx.tenantId, dialogId, removed.by, new Date(removed.at)],
  );
  return rowCount === 1;
}
