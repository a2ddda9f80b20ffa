import type { ConnectionId, ConversationId, Fault, RoomId, RoomState, UnixMs } from '@highwater/domain';

export interface RoomRow {
  readonly roomId: RoomId;
  readonly connectionId: ConnectionId;
  readonly conversationId: ConversationId;
  readonly name: string | null;
  readonly isExternal: boolean;
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
  readonly state: RoomState;
  /** Why it is not complete. */
  readonly fault: Fault | null;
  /** Which call of WeCom's knows it; null until one did. */
  readonly roomKind: 'customer' | 'internal' | null;
  /** At the last look; null for a narrowed reader, who sees only some of them. */
  readonly memberCount: number | null;
}

/** For `FROM hw.rooms r JOIN seenConversations c`; `isWhole` for a reader who sees everything. */
export function roomColumns(isWhole: boolean): string {
  return `r.room_id AS "roomId", r.connection_id AS "connectionId", r.conversation_id AS "conversationId", r.name,
    c.is_external AS "isExternal", c.first_at AS "firstAt", c.last_at AS "lastAt", r.state, r.fault,
    r.room_kind AS "roomKind", ${isWhole ? 'r.member_count' : 'NULL::int'} AS "memberCount"`;
}

/**
 * Of an interval `i` of a room: it was true at some time at which the reader of `c` sees messages. A first value counts
 * from the beginning: nobody knew an earlier one.
 */
export const KNOWN_WHILE_SEEN = `(i.ended_by IS NULL OR i.ended_by > c.first_at) AND (i.seen_from <= c.last_at OR NOT EXISTS (
    SELECT FROM hw.intervals earlier WHERE earlier.tenant_id = i.tenant_id AND earlier.connection_id = i.connection_id
      AND earlier.subject = i.subject AND earlier.subject_key = i.subject_key AND earlier.attribute = i.attribute
      AND earlier.seen_from < i.seen_from))`;
