import type { ConversationId, DialogId, MemberId, MessageId, UnixMs } from '@highwater/domain';

export const FREEZE_REASONS = ['cited', 'exported', 'held'] as const;
export type FreezeReason = (typeof FREEZE_REASONS)[number];

/** A dialog whose list of messages was frozen. */
export interface DialogRow {
  readonly dialogId: DialogId;
  readonly conversationId: ConversationId;
  readonly anchorId: MessageId;
  readonly gapMinutes: number;
  readonly reason: FreezeReason;
  readonly sealedNote: Buffer | null;
  /** Of the frozen list, whoever may see them. */
  readonly messages: number;
  readonly isCut: boolean;
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
  readonly frozenBy: MemberId;
  readonly frozenByName: string;
  readonly frozenAt: UnixMs;
}

/** For `FROM hw.dialogs d`, before its WHERE. */
export const DIALOG_SELECT = `SELECT d.dialog_id AS "dialogId", d.conversation_id AS "conversationId", d.anchor_id AS "anchorId",
  d.gap_minutes AS "gapMinutes", d.reason, d.note_sealed AS "sealedNote", d.messages, d.is_cut AS "isCut",
  d.first_at AS "firstAt", d.last_at AS "lastAt", d.frozen_by AS "frozenBy", b.name AS "frozenByName", d.frozen_at AS "frozenAt"
  FROM hw.dialogs d JOIN hw.members b ON b.tenant_id = d.tenant_id AND b.member_id = d.frozen_by`;
