import type { ReadingPoint, TenantTx } from '@highwater/db';
import type { AccessCondition, ConversationId, MessagePosition } from '@highwater/domain';
import { walkConversation } from '../messages/walk-conversation.ts';
import { MOST_A_SIDE, type DialogSpan } from './measure-dialog.ts';

/** Messages looked at for one page; with fewer dialogs than asked for the cursor goes on. */
const MOST_LOOKED_AT = 6000;
const LONGEST = 2 * MOST_A_SIDE;
const CHUNK = 400;

/** Where a list of dialogs goes on; `isCut` when a dialog is in the middle there. */
export interface DialogPlace extends MessagePosition {
  readonly isCut: boolean;
}

/** Dialogs of a conversation before `from`, newest first, and where to go on. One without a seen message is left out. */
export async function cutDialogs(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  asked: { readonly from: DialogPlace; readonly gapMs: number; readonly limit: number },
): Promise<{ readonly spans: readonly DialogSpan[]; readonly next: DialogPlace | null }> {
  const spans: DialogSpan[] = [];
  let run: ReadingPoint[] = [];
  let looked = 0;
  let { isCut } = asked.from;
  let next: DialogPlace = asked.from;
  const close = (isCutBefore: boolean): void => {
    const oldest = run.at(-1);
    if (oldest === undefined) return;
    if (run.some(({ isSeen }) => isSeen)) spans.push({ points: run.toReversed(), isCut: isCut || isCutBefore });
    run = [];
    isCut = isCutBefore;
    next = { sentAt: oldest.sentAt, messageId: oldest.messageId, isCut };
  };
  const walk = { from: asked.from, towards: 'older', chunk: CHUNK, mostHidden: LONGEST } as const;
  for await (const step of walkConversation(tx, access, conversationId, walk)) {
    if (step.skipped) {
      close(true);
      isCut = true;
      continue;
    }
    const newer = run.at(-1);
    if (newer !== undefined && newer.sentAt - step.sentAt > asked.gapMs) close(false);
    else if (run.length === LONGEST) close(true);
    // A dialog that is half read when the effort ends is the next page's.
    if (spans.length === asked.limit || (looked >= MOST_LOOKED_AT && spans.length > 0)) return { spans, next };
    run.push(step);
    looked += 1;
  }
  close(false);
  return { spans, next: null };
}
