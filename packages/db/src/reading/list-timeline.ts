import type { AccessCondition, ConversationId, MessageId, MessagePosition, PersonKey, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface TimelinePoint extends MessagePosition {
  readonly isSeen: boolean;
}

/**
 * Messages that one of these ids of a person took part in, seen or not, in time order away from `from`, which is not among
 * them; each once.
 */
export async function listTimelinePoints(
  tx: TenantTx,
  access: AccessCondition,
  people: readonly PersonKey[],
  page: { readonly from: MessagePosition; readonly towards: 'older' | 'newer'; readonly limit: number },
): Promise<readonly TimelinePoint[]> {
  const values = new SqlValues();
  const [sign, order] = page.towards === 'older' ? ['<', 'DESC'] : ['>', 'ASC'];
  const limit = values.add(page.limit);
  const { rows } = await tx.query<TimelinePoint>(
    `SELECT w.message_id AS "messageId", w.sent_at AS "sentAt", ${accessSql(access, 'w', values)} AS "isSeen"
     FROM (SELECT DISTINCT p.tenant_id, p.sent_at, p.message_id
       FROM unnest(${values.add(people)}::text[]) AS id (person_key)
       CROSS JOIN LATERAL (SELECT taking.tenant_id, taking.sent_at, taking.message_id FROM hw.participants taking
         WHERE taking.tenant_id = ${values.add(tx.tenantId)} AND taking.person_key = id.person_key
           AND (taking.sent_at, taking.message_id) ${sign} (${values.add(new Date(page.from.sentAt))}, ${values.add(page.from.messageId)}::uuid)
         ORDER BY taking.sent_at ${order}, taking.message_id ${order} LIMIT ${limit}) p
       ORDER BY p.sent_at ${order}, p.message_id ${order} LIMIT ${limit}) w
     ORDER BY w.sent_at ${order}, w.message_id ${order}`,
    values.all,
  );
  return rows;
}

/** When the message before each of these was sent in its conversation, whoever may see it; the first of one has none. */
export async function listPredecessors(
  tx: TenantTx,
  messages: readonly (MessagePosition & { readonly conversationId: ConversationId })[],
): Promise<ReadonlyMap<MessageId, UnixMs>> {
  const { rows } = await tx.query<{ messageId: MessageId; sentAt: UnixMs }>(
    `SELECT asked.message_id AS "messageId", before.sent_at AS "sentAt"
     FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) AS asked (message_id, conversation_id, sent_at)
     CROSS JOIN LATERAL (SELECT m.sent_at FROM hw.messages m
       WHERE m.tenant_id = $1 AND m.conversation_id = asked.conversation_id
         AND (m.sent_at, m.message_id) < (asked.sent_at, asked.message_id)
       ORDER BY m.sent_at DESC, m.message_id DESC LIMIT 1) before`,
    [
      tx.tenantId,
      messages.map(({ messageId }) => messageId),
      messages.map(({ conversationId }) => conversationId),
      messages.map(({ sentAt }) => new Date(sentAt)),
    ],
  );
  return new Map(rows.map(({ messageId, sentAt }) => [messageId, sentAt]));
}
