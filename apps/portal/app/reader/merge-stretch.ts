import type { CallView, ConversationView } from '../api/types.ts';
import type { HiddenRun, ReadMessage } from '../api/reading-types.ts';

/** What is read on in both directions: a stretch of one conversation, or of one person's line of time. */
export interface StretchPart {
  readonly gapMinutes: number;
  /** Oldest first. */
  readonly items: readonly ReadMessage[];
  readonly calls: readonly CallView[];
  readonly hiddenAt: readonly HiddenRun[];
  readonly hidden: number;
  /** Those of its messages, where they are of more than one. */
  readonly conversations?: readonly ConversationView[];
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
}

/** A part with what was read on, in both directions. */
export interface Stretch<Part extends StretchPart> {
  /** Read on from `first` towards the older, nearest first. */
  readonly older: readonly Part[];
  readonly first: Part;
  /** Read on from `first` towards the newer, nearest first. */
  readonly newer: readonly Part[];
}

/** The parts of a stretch as one, each message once. */
export function mergeStretch<Part extends StretchPart>({ older, first, newer }: Stretch<Part>): Part {
  const parts = [...older.toReversed(), first, ...newer];
  const items = new Map(parts.flatMap((part) => part.items).map((item) => [item.messageId, item]));
  const calls = new Map(parts.flatMap((part) => part.calls).map((call) => [call.messageIds.join(' '), call]));
  const conversations = new Map(
    parts.flatMap((part) => part.conversations ?? []).map((each) => [each.conversationId, each]),
  );
  return {
    ...first,
    items: [...items.values()],
    calls: [...calls.values()],
    hiddenAt: mergeHidden(parts),
    hidden: parts.reduce((sum, { hidden }) => sum + hidden, 0),
    ...(first.conversations === undefined ? {} : { conversations: [...conversations.values()] }),
    olderCursor: (older.at(-1) ?? first).olderCursor,
    newerCursor: (newer.at(-1) ?? first).newerCursor,
  };
}

/** What is hidden before a part's first message is hidden after the last one of the part before. */
function mergeHidden(parts: readonly StretchPart[]): HiddenRun[] {
  const places = new Map<string | null, HiddenRun>();
  let lastId: string | null = null;
  for (const part of parts) {
    for (const here of part.hiddenAt) {
      const afterId: string | null = here.afterId ?? lastId;
      const known = places.get(afterId);
      if (known === undefined || known.count < here.count) places.set(afterId, { ...here, afterId });
    }
    lastId = part.items.at(-1)?.messageId ?? lastId;
  }
  return [...places.values()];
}
