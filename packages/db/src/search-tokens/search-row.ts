import type { Direction, MessageId, MessageKind, UnixMs } from '@highwater/domain';

/** What the index knows of a message beside its words. People, room and conversation as the tenant's keyed hashes. */
export interface SearchFacts {
  readonly kind: MessageKind;
  readonly direction: Direction;
  readonly hasMedia: boolean;
  readonly conversation: number;
  readonly room: number | null;
  readonly people: readonly number[];
}

/** A message as the index holds it. */
export interface SearchRow {
  readonly messageId: MessageId;
  readonly sentAt: UnixMs;
  /** Keyed hashes by which it is found. */
  readonly tokens: readonly number[];
  /** Without them what is known stays; a row that has none is a possible hit of every filter. */
  readonly facts?: SearchFacts;
}
