import type { CallView, ContextView, MessageView } from '../api/types.ts';

/** A call and, besides the message in whose place it is shown, what else WeCom sent of it. */
export interface ShownCall {
  readonly call: CallView;
  readonly parts: readonly MessageView[];
}

export interface FoldedCalls<Item extends MessageView = MessageView> {
  /** Messages to draw: of every call the first one only. */
  readonly items: readonly Item[];
  readonly callAt: ReadonlyMap<string, ShownCall>;
  /** Whether a message is drawn as a message or in its call: the one that stands for it. */
  readonly standsFor: (messageId: string) => string;
}

/** One call is drawn once, however many notices of it there are. */
export function foldCalls<Item extends MessageView>({
  items,
  calls,
}: Pick<ContextView, 'calls'> & { readonly items: readonly Item[] }): FoldedCalls<Item> {
  const byId = new Map(items.map((item) => [item.messageId, item]));
  const callAt = new Map<string, ShownCall>();
  const shownAt = new Map<string, string>();
  for (const call of calls) {
    const [first, ...rest] = call.messageIds.flatMap((messageId) => byId.get(messageId) ?? []);
    if (first === undefined || rest.length === 0) continue;
    callAt.set(first.messageId, { call, parts: rest });
    for (const part of rest) shownAt.set(part.messageId, first.messageId);
  }
  return {
    items: items.filter(({ messageId }) => !shownAt.has(messageId)),
    callAt,
    standsFor: (messageId) => shownAt.get(messageId) ?? messageId,
  };
}
