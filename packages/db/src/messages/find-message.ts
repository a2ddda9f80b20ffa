import type { AccessCondition, MessageId } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { selectionSql, type MessageSelection } from '../conditions/selection-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { MESSAGE_COLUMNS, type MessageRow } from './message-row.ts';

/** The message, when it exists and the reader may see it. */
export async function findMessage(
  tx: TenantTx,
  access: AccessCondition,
  messageId: MessageId,
): Promise<MessageRow | undefined> {
  return (await listMessagesByIds(tx, access, [messageId]))[0];
}

/** Those of the messages that exist, that the reader may see and that are of the selection, newest first. */
export async function listMessagesByIds(
  tx: TenantTx,
  access: AccessCondition,
  messageIds: readonly MessageId[],
  selection: MessageSelection = {},
): Promise<readonly MessageRow[]> {
  const values = new SqlValues();
  const { rows } = await tx.query<MessageRow>(
    `SELECT ${MESSAGE_COLUMNS} FROM hw.messages m
     WHERE m.tenant_id = ${values.add(tx.tenantId)} AND m.message_id = ANY(${values.add(messageIds)}::uuid[])
       AND ${selectionSql(selection, 'm', values)} AND ${accessSql(access, 'm', values, true)}
     ORDER BY m.sent_at DESC, m.message_id DESC`,
    values.all,
  );
  return rows;
}
