import type { Action, CanonicalMessage, Fault, Language, MediaRef, MessageKind, Role } from '@highwater/domain';

/** What the API answers. Times are Unix ms, ids strings, 64-bit numbers decimal strings. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export interface TenantView {
  readonly tenantId: string;
  readonly name: string;
  readonly zone: string;
  readonly language: Language;
}

export interface MeView {
  readonly user: { readonly name: string; readonly email: string };
  readonly tenant: TenantView | null;
  readonly memberId: string | null;
  readonly role: Role | null;
  readonly tenants: readonly { readonly tenantId: string; readonly name: string; readonly role: Role }[];
  readonly actions: readonly Action[];
  readonly operator: boolean;
  readonly language: Language;
  readonly scope: { readonly kind: 'all' | 'none' | 'where'; readonly employees: readonly string[] };
}

export interface PersonView {
  readonly personKey: string;
  readonly kind: 'employee' | 'external_contact' | 'robot';
  readonly name: string | null;
  readonly writtenAs: string;
}

export interface SeenPersonView extends PersonView {
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

export interface RoomView {
  readonly roomId: string;
  readonly name: string | null;
  readonly conversationId: string;
  readonly isExternal: boolean;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

export interface MediaView {
  readonly mediaId: string;
  readonly path: string;
  readonly mediaKind: MediaRef['mediaKind'];
  readonly fileName: string | null;
  readonly contentType: string | null;
  readonly size: number | null;
  readonly state: 'wanted' | 'stored' | 'absent';
  readonly fault: Fault | null;
  readonly url: string | null;
}

export interface MessageView {
  readonly messageId: string;
  readonly seq: string;
  readonly msgid: string;
  readonly connectionId: string;
  readonly conversationId: string;
  readonly kind: MessageKind;
  readonly sentAt: number;
  readonly sentAtKnown: boolean;
  readonly archivedAt: number;
  readonly direction: 'internal' | 'inbound' | 'outbound' | 'none';
  readonly sender: PersonView | null;
  readonly roomId: string | null;
  readonly recalledAt: number | null;
  readonly message: CanonicalMessage;
  readonly media: readonly MediaView[];
  readonly people: readonly PersonView[];
}

export interface Highlight {
  readonly field: string;
  readonly text: string;
  /** Offsets in UTF-16 code units of `text`. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export interface SearchHit extends MessageView {
  readonly highlights: readonly Highlight[];
}

export interface SearchAnswer extends Page<SearchHit> {
  readonly coverage: {
    readonly archived: number;
    readonly indexed: number;
    readonly employeesSeen: number;
    readonly employeesTotal: number;
  };
}

export interface ConversationView {
  readonly conversationId: string;
  readonly kind: 'room' | 'pair' | 'group' | 'self';
  readonly roomId: string | null;
  readonly name: string | null;
  readonly people: readonly PersonView[];
  readonly isExternal: boolean;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly lastMessage: {
    readonly messageId: string;
    readonly kind: MessageKind;
    readonly preview: string;
  } | null;
}

export interface ContextView {
  readonly anchorId: string;
  readonly conversation: ConversationView;
  readonly items: readonly MessageView[];
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
  readonly hidden: number;
}
