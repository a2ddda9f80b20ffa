import type {
  BusyDaysView,
  DialogPageView,
  FrozenDialogView as AnyFrozen,
  FrozenDialogTextView as AnyText,
  MessageContext,
  TimelineView as AnyTimeline,
} from '@highwater/api-client';
import type { ConversationView, MessageView } from './types.ts';

export type { DialogView, FreezeReason, HiddenRun } from '@highwater/api-client';

/** A message and whether a dialog begins with it. */
export type ReadMessage = MessageView & { readonly startsDialog: boolean };

/** A stretch of a conversation, with what the role does not see in its place. */
export type ReadContext = Omit<MessageContext, 'items' | 'conversation'> & {
  readonly conversation: ConversationView;
  readonly items: readonly ReadMessage[];
};

export type DialogPage = DialogPageView;
export type BusyDays = BusyDaysView;

/** A dialog whose list of messages was frozen. */
export type FrozenDialogView = Omit<AnyFrozen, 'conversation'> & { readonly conversation: ConversationView };

export interface FrozenDialogPage {
  readonly items: readonly FrozenDialogView[];
  readonly nextCursor: string | null;
}

export type FrozenDialogText = Omit<AnyText, 'conversation' | 'items'> & {
  readonly conversation: ConversationView;
  readonly items: readonly MessageView[];
};

export type TimelineView = Omit<AnyTimeline, 'items' | 'conversations'> & {
  readonly items: readonly ReadMessage[];
  readonly conversations: readonly ConversationView[];
};
