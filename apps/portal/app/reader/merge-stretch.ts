import type { HiddenRun, ReadContext } from '../api/reading-types.ts';

/** A context with what was read on, in both directions. */
export interface Stretch {
  /** Read on from `first` towards the older, nearest first. */
  readonly older: readonly ReadContext[];
  readonly first: ReadContext;
  /** Read on from `first` towards the newer, nearest first. */
  readonly newer: readonly ReadContext[];
}

/** The parts of a stretch as one context, each message once. */
export function mergeStretch({ older, first, newer }: Stretch): ReadContext {
  const parts = [...older.toReversed(), first, ...newer];
  const items = new Map(parts.flatMap((part) => part.items).map((item) => [item.messageId, item]));
  const calls = new Map(parts.flatMap((part) => part.calls).map((call) => [call.messageIds.join(' '), call]));
  return {
    ...first,
    items: [...items.values()],
    calls: [...calls.values()],
    hiddenAt: mergeHidden(parts),
    hidden: parts.reduce((sum, { hidden }) => sum + hidden, 0),
    olderCursor: (older.at(-1) ?? first).olderCursor,
    newerCursor: (newer.at(-1) ?? first).newerCursor,
  };
}

/** What is hidden before a part's first message is hidden after the last one of the part before. */
function mergeHidden(parts: readonly ReadContext[]): HiddenRun[] {
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
