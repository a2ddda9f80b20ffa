import type { AccessCondition, MessagePosition } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { selectionSql, type MessageSelection } from '../conditions/selection-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { MESSAGE_COLUMNS, type MessageRow } from './message-row.ts';

/** Messages of a selection without words, in time order away from `from`, which is not among them. */
export async function listMessages(
  tx: TenantTx,
  access: AccessCondition,
  selection: MessageSelection,
  page: { from: MessagePosition | null; towards: 'older' | 'newer'; limit: number },
): Promise<readonly MessageRow[]> {
  const values = new SqlValues();
  const conditions = [
    `m.tenant_id = ${values.add(tx.tenantId)}`,
    selectionSql(selection, 'm', values),
    accessSql(access, 'm', values, true),
  ];
  if (page.from !== null) {
    const place = `(${values.add(new Date(page.from.sentAt))}, ${values.add(page.from.messageId)}::uuid)`;
    conditions.push(`(m.sent_at, m.message_id) ${page.towards === 'older' ? '<' : '>'} ${place}`);
  }
  const order = page.towards === 'older' ? 'DESC' : 'ASC';
  const { rows } = await tx.query<MessageRow>(
    `SELECT ${MESSAGE_COLUMNS} FROM hw.messages m WHERE ${conditions.join(' AND ')}
     ORDER BY m.sent_at ${order}, m.message_id ${order} LIMIT ${values.add(page.limit)}`,
    values.all,
  );
  return rows;
}
