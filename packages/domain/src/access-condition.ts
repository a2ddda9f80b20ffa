import type { PersonKey, RoomId, UnixMs } from './ids.ts';
import type { Direction, MessageKind } from './message.ts';

/**
 * What a reader may see, compiled from roles and grants (permissions) and read by three:
 * CASL (one message in memory), SQL (rows) and the search index (tokens).
 * `where` holds when at least one clause holds; a clause holds when all of its fields hold.
 */
export type AccessCondition =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | { readonly kind: 'where'; readonly any: readonly AccessClause[] };

/** A list that is there is never empty, and one that is empty lets nothing through. Without any field: every message. */
export interface AccessClause {
  /** Holds when one of these people sent or received the message: employees. */
  readonly people?: readonly PersonKey[];
  /** Holds when one of these sent or received it too: customers. */
  readonly with?: readonly PersonKey[];
  /** Holds for messages written in one of these rooms. */
  readonly rooms?: readonly RoomId[];
  readonly kinds?: readonly MessageKind[];
  readonly directions?: readonly Direction[];
  /** Holds only for messages sent from here on. */
  readonly from?: UnixMs;
  /** Holds only for messages sent before here. */
  readonly until?: UnixMs;
}
