import type { ConversationId, MessageId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Where a message stands; of messages that the caller has already been allowed to see. */
export async function findConversationOf(tx: TenantTx, messageId: MessageId): Promise<ConversationId | undefined> {
  const { rows } = await tx.query<{ id: ConversationId }>(
    'SELECT conversation_id AS id FROM hw.messages WHERE tenant_id = $1 AND message_id = $2',
    [tx.tenantId, messageId],
  );
  return rows[0]?.id;
}
