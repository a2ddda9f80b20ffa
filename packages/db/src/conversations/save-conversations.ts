import type { ConnectionId, ConversationId, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { ConversationKind } from './list-conversations.ts';

export interface SeenConversation {
  readonly conversationId: ConversationId;
  readonly kind: ConversationKind;
  readonly roomId: RoomId | null;
  readonly people: readonly PersonKey[];
  readonly isExternal: boolean;
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
}

/**
 * Widens what is known of conversations: earlier first, later last, more people, external once external.
 * Widening twice changes nothing, so a page may be opened again. One row per conversation.
 */
export async function saveConversations(
  tx: TenantTx,
  connectionId: ConnectionId,
  conversations: readonly SeenConversation[],
): Promise<void> {
  if (conversations.length === 0) return;
  const sorted = conversations.toSorted((one, other) => (one.conversationId < other.conversationId ? -1 : 1));
  await tx.query(
    `INSERT INTO hw.conversations AS kept
       (tenant_id, connection_id, conversation_id, kind, room_id, people, is_external, first_at, last_at)
     SELECT $1, $2, c.conversation_id, c.kind, c.room_id, ARRAY(SELECT jsonb_array_elements_text(c.people::jsonb)),
       c.is_external, c.first_at, c.last_at
     FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::timestamptz[], $9::timestamptz[])
       AS c (conversation_id, kind, room_id, people, is_external, first_at, last_at)
     ON CONFLICT (tenant_id, conversation_id) DO UPDATE
     SET people = CASE WHEN kept.people @> excluded.people THEN kept.people ELSE
           ARRAY(SELECT DISTINCT person FROM unnest(kept.people || excluded.people) AS p (person) ORDER BY person) END,
       is_external = kept.is_external OR excluded.is_external,
       first_at = least(kept.first_at, excluded.first_at), last_at = greatest(kept.last_at, excluded.last_at)
     WHERE NOT kept.people @> excluded.people OR (excluded.is_external AND NOT kept.is_external)
       OR excluded.first_at < kept.first_at OR excluded.last_at > kept.last_at`,
    [
      tx.tenantId,
      connectionId,
      sorted.map((row) => row.conversationId),
      sorted.map((row) => row.kind),
      sorted.map((row) => row.roomId),
      // A list per row does not fit an array of arrays, whose rows must be equally long.
      sorted.map((row) => JSON.stringify(row.people)),
      sorted.map((row) => row.isExternal),
      sorted.map((row) => new Date(row.firstAt)),
      sorted.map((row) => new Date(row.lastAt)),
    ],
  );
}
