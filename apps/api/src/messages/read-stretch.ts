import type { ReadingPoint, TenantTx } from '@highwater/db';
import type { AccessCondition, ConversationId, MessageId, MessagePosition } from '@highwater/domain';
import { walkConversation, type Step } from './walk-conversation.ts';

/** Messages of a conversation that stand together, without what they say. */
export interface Stretch {
  /** Oldest first; all may be seen. */
  readonly items: readonly (MessagePosition & {
    /** A silence longer than the gap, or nothing at all, stands between the item and the seen message before it. */
    readonly startsDialog: boolean;
  })[];
  /**
   * Messages that the reader may not see, by the item that they follow; null before the first one. What is hidden at an end
   * where more can be read is told by what is read there.
   */
  readonly hiddenAt: readonly {
    readonly afterId: MessageId | null;
    readonly count: number;
    readonly isMore: boolean;
  }[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

interface Side {
  /** In the order of reading. */
  readonly steps: readonly Step[];
  /** Whether the last step is one more seen message than was wanted. */
  readonly hasMore: boolean;
}

/** The stretch around a message, or on from a shown one in one direction, which is not among the items then. */
export async function readStretch(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  asked: {
    readonly from: MessagePosition;
    readonly towards: 'older' | 'newer' | 'both';
    readonly before: number;
    readonly after: number;
    readonly gapMs: number;
  },
): Promise<Stretch> {
  const { from, towards } = asked;
  const side = (direction: 'older' | 'newer', wanted: number): Promise<Side> =>
    readSide(tx, access, conversationId, from, direction, wanted);
  const older = towards === 'newer' ? null : await side('older', asked.before);
  const newer = towards === 'older' ? null : await side('newer', asked.after);
  const start: Step = { ...from, kind: 'text', sender: null, isSeen: true, skipped: false };
  const steps = [...(older?.steps.toReversed() ?? []), start, ...(newer?.steps ?? [])];
  return {
    ...foldSteps(steps, {
      // Seen messages at either end that are there to look at, not to show.
      skipFirst: older === null || older.hasMore,
      skipLast: newer === null || newer.hasMore,
      tellsBefore: !older?.hasMore,
      tellsAfter: !newer?.hasMore,
      gapMs: asked.gapMs,
    }),
    hasOlder: older?.hasMore ?? false,
    hasNewer: newer?.hasMore ?? false,
  };
}

async function readSide(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  from: MessagePosition,
  towards: 'older' | 'newer',
  wanted: number,
): Promise<Side> {
  const steps: Step[] = [];
  let seen = 0;
  for await (const step of walkConversation(tx, access, conversationId, { from, towards, chunk: wanted + 10 })) {
    steps.push(step);
    if (step.skipped || !step.isSeen) continue;
    seen += 1;
    if (seen > wanted) return { steps, hasMore: true };
  }
  return { steps, hasMore: false };
}

interface Fold {
  readonly skipFirst: boolean;
  readonly skipLast: boolean;
  readonly tellsBefore: boolean;
  readonly tellsAfter: boolean;
  readonly gapMs: number;
}

/** Walks up the steps, oldest first. */
function foldSteps(steps: readonly Step[], fold: Fold): Pick<Stretch, 'items' | 'hiddenAt'> {
  const seenSteps = steps.filter((step) => !step.skipped && step.isSeen);
  const [firstOfAll, lastOfAll] = [fold.skipFirst ? seenSteps[0] : null, fold.skipLast ? seenSteps.at(-1) : null];
  const items: { sentAt: number; messageId: MessageId; startsDialog: boolean }[] = [];
  const hiddenAt: { afterId: MessageId | null; count: number; isMore: boolean }[] = [];
  // Before the first message of all there is nothing but silence.
  let run = { count: 0, isMore: false, isSilent: true };
  let last: ReadingPoint | null = null;
  const tell = (isTold: boolean): void => {
    const afterId = items.at(-1)?.messageId ?? null;
    if (isTold && run.count > 0) hiddenAt.push({ afterId, count: run.count, isMore: run.isMore });
  };
  for (const step of steps) {
    if (step.skipped) {
      run = { ...run, isMore: true, isSilent: true };
      last = null;
      continue;
    }
    if (last !== null && step.sentAt - last.sentAt > fold.gapMs) run.isSilent = true;
    last = step;
    if (!step.isSeen) {
      run.count += 1;
      continue;
    }
    if (step === lastOfAll) break;
    if (step !== firstOfAll) {
      tell(items.length > 0 || fold.tellsBefore);
      items.push({ sentAt: step.sentAt, messageId: step.messageId, startsDialog: run.isSilent });
    }
    run = { count: 0, isMore: false, isSilent: false };
  }
  tell(fold.tellsAfter);
  return { items, hiddenAt };
}
