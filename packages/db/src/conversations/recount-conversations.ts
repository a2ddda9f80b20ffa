import type { ConversationId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * Makes conversations that messages have left, and their rooms, say what their messages say now; those without a message
 * are gone. Never call it while messages are being added (`lockOpening`).
 */
export async function recountConversations(tx: TenantTx, conversationIds: readonly ConversationId[]): Promise<void> {
  if (conversationIds.length === 0) return;
  const values = [tx.tenantId, conversationIds.toSorted()];
  await tx.query(
    `UPDATE hw.conversations c SET first_at = now.first_at, last_at = now.last_at, is_external = now.is_external,
       people = coalesce((SELECT array_agg(DISTINCT p.person_key ORDER BY p.person_key)
         FROM hw.messages m JOIN hw.participants p ON p.tenant_id = m.tenant_id AND p.message_id = m.message_id
         WHERE m.tenant_id = $1 AND m.conversation_id = c.conversation_id), '{}')
     FROM (SELECT m.conversation_id, min(m.sent_at) AS first_at, max(m.sent_at) AS last_at,
         bool_or(m.direction IN ('inbound', 'outbound')) AS is_external
       FROM hw.messages m WHERE m.tenant_id = $1 AND m.conversation_id = ANY($2::uuid[]) GROUP BY m.conversation_id) now
     WHERE c.tenant_id = $1 AND c.conversation_id = now.conversation_id`,
    values,
  );
  await tx.query(
    `DELETE FROM hw.conversations c WHERE c.tenant_id = $1 AND c.conversation_id = ANY($2::uuid[])
       AND NOT EXISTS (SELECT FROM hw.messages m WHERE m.tenant_id = $1 AND m.conversation_id = c.conversation_id)`,
    values,
  );
  await tx.query(
    `UPDATE hw.rooms r SET first_at = c.first_at, last_at = c.last_at, is_external = c.is_external FROM hw.conversations c
     WHERE r.tenant_id = $1 AND r.conversation_id = ANY($2::uuid[])
       AND c.tenant_id = $1 AND c.conversation_id = r.conversation_id`,
    values,
  );
  await tx.query(
    `DELETE FROM hw.rooms r WHERE r.tenant_id = $1 AND r.conversation_id = ANY($2::uuid[])
       AND NOT EXISTS (SELECT FROM hw.conversations c WHERE c.tenant_id = $1 AND c.conversation_id = r.conversation_id)`,
    values,
  );
}
