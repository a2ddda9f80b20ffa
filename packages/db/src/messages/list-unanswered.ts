import type { MessageId } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import { unansweredSql, type UnansweredRule } from '../conditions/unanswered-sql.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Those of the messages that nobody answered in time; of messages that the caller has already been allowed to see. */
export async function listUnanswered(
  tx: TenantTx,
  messageIds: readonly MessageId[],
  rule: UnansweredRule,
): Promise<ReadonlySet<MessageId>> {
  if (messageIds.length === 0) return new Set();
  const values = new SqlValues();
  const { rows } = await tx.query<{ messageId: MessageId }>(
    `SELECT m.message_id AS "messageId" FROM hw.messages m
     WHERE m.tenant_id = ${values.add(tx.tenantId)} AND m.message_id = ANY(${values.add(messageIds)}::uuid[])
       AND ${unansweredSql(rule, 'm', values)}`,
    values.all,
  );
  return new Set(rows.map((row) => row.messageId));
}
