import type { AccessCondition, ConversationId, MessageKind, MessagePosition, PersonKey } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** A message's place in its conversation, without what it says. */
export interface ReadingPoint extends MessagePosition {
  readonly kind: MessageKind;
  readonly sender: PersonKey | null;
  /** Whether the reader may see it. */
  readonly isSeen: boolean;
}

/**
 * All messages of a conversation, seen or not, in time order away from `from`, which is not among them. What is told of
 * those that are not seen must never be more than their number and the silences between them.
 */
export async function listPoints(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  page: { readonly from: MessagePosition; readonly towards: 'older' | 'newer'; readonly limit: number },
): Promise<readonly ReadingPoint[]> {
  const values = new SqlValues();
  const [sign, order] = page.towards === 'older' ? ['<', 'DESC'] : ['>', 'ASC'];
  // The limit stands inside, so that who may see is asked of so many messages and no more.
  const { rows } = await tx.query<ReadingPoint>(
    `SELECT w.message_id AS "messageId", w.sent_at AS "sentAt", w.kind, w.sender, ${accessSql(access, 'w', values)} AS "isSeen"
     FROM (SELECT m.tenant_id, m.message_id, m.sent_at, m.kind, m.sender FROM hw.messages m
       WHERE m.tenant_id = ${values.add(tx.tenantId)} AND m.conversation_id = ${values.add(conversationId)}
         AND (m.sent_at, m.message_id) ${sign} (${values.add(new Date(page.from.sentAt))}, ${values.add(page.from.messageId)}::uuid)
       ORDER BY m.sent_at ${order}, m.message_id ${order} LIMIT ${values.add(page.limit)}) w
     ORDER BY w.sent_at ${order}, w.message_id ${order}`,
    values.all,
  );
  return rows;
}
