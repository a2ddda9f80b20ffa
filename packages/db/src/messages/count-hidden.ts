import type { AccessCondition, ConversationId, MessagePosition } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** How many messages of a conversation between two places (both included) the reader may not see. */
export async function countHidden(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  first: MessagePosition,
  last: MessagePosition,
): Promise<number> {
  if (access.kind === 'all') return 0;
  const values = new SqlValues();
  const { rows } = await tx.query<{ hidden: number }>(
    `SELECT count(*)::int AS hidden FROM hw.messages m
     WHERE m.tenant_id = ${values.add(tx.tenantId)} AND m.conversation_id = ${values.add(conversationId)}
       AND (m.sent_at, m.message_id) >= (${values.add(new Date(first.sentAt))}, ${values.add(first.messageId)}::uuid)
       AND (m.sent_at, m.message_id) <= (${values.add(new Date(last.sentAt))}, ${values.add(last.messageId)}::uuid)
       AND (${accessSql(access, 'm', values, true)}) IS NOT TRUE`,
    values.all,
  );
  return rows[0]?.hidden ?? 0;
}
