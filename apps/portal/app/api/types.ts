import type {
  ConversationView as AnyConversation,
  MessageContext,
  MessageView as AnyMessage,
  PersonInArchiveView,
  RoomView as AnyRoom,
  SearchHit as AnyHit,
  SearchPage,
} from '@highwater/api-client';
import type { CanonicalMessage, MessageKind } from '@highwater/domain';

export type {
  CallView,
  ConsentView,
  MediaView,
  MeView,
  PersonRecordView,
  PersonState,
  PersonView,
  TenantView,
} from '@highwater/api-client';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** What the document cannot say: the message's own type. */
interface Canonical {
  readonly kind: MessageKind;
  readonly roomId: string | null;
  readonly message: CanonicalMessage;
}

export type MessageView = Omit<AnyMessage, keyof Canonical> & Canonical;
export type SearchHit = Omit<AnyHit, keyof Canonical> & Canonical;
export type Highlight = SearchHit['highlights'][number];
export type SearchAnswer = Omit<SearchPage, 'items'> & { readonly items: readonly SearchHit[] };

export type SeenPersonView = PersonInArchiveView;
export type RoomView = Omit<AnyRoom, 'name'> & { readonly name: string | null };

export type ConversationView = Omit<AnyConversation, 'roomId' | 'name' | 'lastMessage'> & {
  readonly roomId: string | null;
  readonly name: string | null;
  readonly lastMessage: { readonly messageId: string; readonly kind: MessageKind; readonly preview: string } | null;
};

export type ContextView = Omit<MessageContext, 'items' | 'conversation'> & {
  readonly conversation: ConversationView;
  readonly items: readonly MessageView[];
};
