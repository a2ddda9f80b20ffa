import type { Direction, MessageKind, PersonKey, RoomId, UnixMs } from '@highwater/domain';

/** The only facts of a message that rights depend on. */
export interface MessageFacts {
  /** Sender and receivers. */
  readonly people: readonly PersonKey[];
  readonly sentAt: UnixMs;
  /** Null outside of rooms. */
  readonly roomId: RoomId | null;
  readonly kind: MessageKind;
  readonly direction: Direction;
}
