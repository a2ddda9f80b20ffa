import type { AccessCondition, ConversationId, MessageId, MessagePosition, PersonKey } from '@highwater/domain';
import type { ConversationRow } from '../conversations/list-conversations.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { findNearestSeen } from './find-nearest-seen.ts';
import { listPoints } from './list-points.ts';

/** Messages from whose participants a narrowed reader learns who is in a conversation: a screen or two of the newest. */
const LOOKED_AT = 30;
const NO_ID = '00000000-0000-0000-0000-000000000000' as MessageId;
const BEGINNING = { sentAt: 0, messageId: NO_ID };
const END = { sentAt: Date.UTC(9999, 0), messageId: NO_ID };

export interface SeenConversationRow extends ConversationRow {
  /** The last message that the reader may see. */
  readonly newest: MessagePosition;
}

/**
 * One conversation as a reader sees it: for a narrowed one people, times and whether outsiders take part come from its
 * first and newest messages that it may see, so that the cost does not grow with the conversation. Undefined when it may
 * see none.
 */
export async function findSeenConversation(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
): Promise<SeenConversationRow | undefined> {
  if (access.kind === 'none') return undefined;
  const { rows } = await tx.query<ConversationRow>(
    `SELECT c.conversation_id AS "conversationId", c.connection_id AS "connectionId", c.kind, c.room_id AS "roomId", r.name,
       c.people, c.is_external AS "isExternal", c.first_at AS "firstAt", c.last_at AS "lastAt"
     FROM hw.conversations c
     LEFT JOIN hw.rooms r ON r.tenant_id = c.tenant_id AND r.connection_id = c.connection_id AND r.room_id = c.room_id
     WHERE c.tenant_id = $1 AND c.conversation_id = $2`,
    [tx.tenantId, conversationId],
  );
  const [whole] = rows;
  if (whole === undefined) return undefined;
  const newest = await findNearestSeen(tx, access, conversationId, END, 'older');
  if (newest === undefined) return undefined;
  if (access.kind === 'all') return { ...whole, newest };
  const first = (await findNearestSeen(tx, access, conversationId, BEGINNING, 'newer')) ?? newest;
  const points = await listPoints(tx, access, conversationId, { from: newest, towards: 'older', limit: LOOKED_AT * 2 });
  const seen = points.filter(({ isSeen }) => isSeen).slice(0, LOOKED_AT);
  const about = await lookAt(tx, [newest.messageId, first.messageId, ...seen.map(({ messageId }) => messageId)]);
  return { ...whole, ...about, firstAt: first.sentAt, lastAt: newest.sentAt, newest };
}

async function lookAt(
  tx: TenantTx,
  messageIds: readonly MessageId[],
): Promise<{ people: readonly PersonKey[]; isExternal: boolean }> {
  const { rows } = await tx.query<{ people: PersonKey[]; isExternal: boolean }>(
    `SELECT coalesce(array_agg(DISTINCT p.person_key ORDER BY p.person_key), '{}') AS people,
       coalesce(bool_or(m.direction IN ('inbound', 'outbound')), false) AS "isExternal"
     FROM hw.messages m JOIN hw.participants p ON p.tenant_id = m.tenant_id AND p.message_id = m.message_id
     WHERE m.tenant_id = $1 AND m.message_id = ANY($2::uuid[])`,
    [tx.tenantId, messageIds],
  );
  return rows[0] ?? { people: [], isExternal: false };
}
