import type { TenantTx } from '@highwater/db';
import { findConversationOf } from '@highwater/db';
import type { MediaId, MemberId, MessageId } from '@highwater/domain';
import { recordAuditOnce } from '../verbs/record-audit.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

interface OpenedFile {
  readonly mediaId: MediaId;
  readonly messageId: MessageId;
}

/** A player asks for a file in many pieces, from wherever it likes: all of them within this time are one opening. */
const OPENING_MS = 10 * 60_000;
/** A page with small pictures may be scrolled through for as long. */
const PAGE_MS = 60 * 60_000;

/** That a member opened a file, whichever piece of it or of a copy. */
export async function auditOpening(
  ctx: VerbContext,
  tx: TenantTx,
  memberId: MemberId | null,
  file: OpenedFile,
): Promise<void> {
  const detail = { conversation: (await findConversationOf(tx, file.messageId)) ?? null };
  const entry = { event: 'media.opened', memberId, subject: `media:${file.mediaId}`, detail };
  await recordAuditOnce(ctx, tx, entry, OPENING_MS);
}

/**
 * A small picture is part of the page that shows it: who looked at the conversation or the message, or searched, has
 * that in the log already. One that is asked for without any page counts as an opening.
 */
export async function auditGlance(
  ctx: VerbContext,
  tx: TenantTx,
  memberId: MemberId | null,
  file: OpenedFile,
): Promise<void> {
  const conversationId = await findConversationOf(tx, file.messageId);
  const detail = { conversation: conversationId ?? null, glance: true };
  const entry = { event: 'media.opened', memberId, subject: `media:${file.mediaId}`, detail };
  const covered = [
    { event: 'conversation.viewed', subject: `conversation:${conversationId}` },
    { event: 'message.viewed', subject: `message:${file.messageId}` },
    { event: 'messages.searched' },
  ];
  await recordAuditOnce(ctx, tx, entry, PAGE_MS, { covered });
}
