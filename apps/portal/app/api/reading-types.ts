import type { ContextView, ConversationView, MessageView, PersonView } from './types.ts';

/** Messages between two shown ones that the reader's role does not see; `isMore` when there are at least so many. */
export interface HiddenHere {
  /** The shown message that they follow; null before the first. */
  readonly afterId: string | null;
  readonly count: number;
  readonly isMore: boolean;
}

/** A message and whether a dialog begins with it. */
export type ReadMessage = MessageView & { readonly startsDialog: boolean };

/** A stretch of a conversation, with what the role does not see in its place. */
export type ReadContext = Omit<ContextView, 'items'> & {
  readonly items: readonly ReadMessage[];
  readonly hiddenAt: readonly HiddenHere[];
  /** The silence that cuts dialogs here. */
  readonly gapMinutes: number;
};

export interface DialogView {
  readonly firstMessageId: string;
  readonly lastMessageId: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly messages: number;
  readonly hidden: number;
  /** Longer than what is looked at: it begins earlier or ends later. */
  readonly isCut: boolean;
  readonly people: readonly PersonView[];
  readonly topic: string | null;
  readonly frozen: readonly { readonly dialogId: string; readonly reason: FrozenReason; readonly at: number }[];
}

export type FrozenReason = 'cited' | 'exported' | 'held';

export interface DialogPage {
  readonly items: readonly DialogView[];
  readonly nextCursor: string | null;
  readonly gapMinutes: number;
}

/** A dialog whose list of messages was frozen. */
export interface FrozenDialogView {
  readonly dialogId: string;
  readonly conversation: ConversationView;
  readonly anchorId: string;
  readonly gapMinutes: number;
  readonly reason: FrozenReason;
  readonly note: string | null;
  readonly createdAt: number;
  readonly createdBy: { readonly name: string } | null;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Frozen messages that the reader may see. */
  readonly messages: number;
  /** Frozen messages that the reader may not see. */
  readonly hidden: number;
  /** Messages that were archived later and fall inside it. */
  readonly archivedLater: number;
  readonly topic: string | null;
}

export interface FrozenDialogPage {
  readonly items: readonly FrozenDialogView[];
  readonly nextCursor: string | null;
}

export interface FrozenDialogText extends FrozenDialogView {
  readonly items: readonly MessageView[];
  readonly calls: ContextView['calls'];
  readonly nextCursor: string | null;
}

export interface BusyDays {
  readonly days: readonly { readonly day: string; readonly count: number }[];
  /** Of the whole conversation; null when nothing of it may be seen. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

export interface TimelineView {
  readonly items: readonly ReadMessage[];
  readonly calls: ContextView['calls'];
  readonly conversations: readonly ConversationView[];
  readonly people: readonly PersonView[];
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
}
