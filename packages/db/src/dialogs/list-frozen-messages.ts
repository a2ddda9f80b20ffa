import type { AccessCondition, DialogId, MessageId, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import { MESSAGE_COLUMNS, type MessageRow } from '../messages/message-row.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { DialogRow } from './dialog-row.ts';

/** Messages archived later that are counted; beyond it "at least". */
const MOST_LATER = 1000;

/** Frozen messages that the reader may see, oldest first, after `after`. */
export async function listFrozenMessages(
  tx: TenantTx,
  access: AccessCondition,
  dialogId: DialogId,
  page: { readonly after: { readonly sentAt: UnixMs; readonly messageId: MessageId } | null; readonly limit: number },
): Promise<readonly MessageRow[]> {
  const values = new SqlValues();
  const conditions = [
    `f.tenant_id = ${values.add(tx.tenantId)}`,
    `f.dialog_id = ${values.add(dialogId)}`,
    accessSql(access, 'f', values),
  ];
  if (page.after !== null) {
    const { sentAt, messageId } = page.after;
    conditions.push(`(f.sent_at, f.message_id) > (${values.add(new Date(sentAt))}, ${values.add(messageId)}::uuid)`);
  }
  const { rows } = await tx.query<MessageRow>(
    `SELECT ${MESSAGE_COLUMNS} FROM hw.dialog_messages f
     JOIN hw.messages m ON m.tenant_id = f.tenant_id AND m.message_id = f.message_id
     WHERE ${conditions.join(' AND ')} ORDER BY f.sent_at, f.message_id LIMIT ${values.add(page.limit)}`,
    values.all,
  );
  return rows;
}

/** What a reader may see of a frozen list: how many messages, from when to when. */
export interface SeenOfFrozen {
  readonly messages: number;
  /** Null where it may see none. */
  readonly firstAt: UnixMs | null;
  readonly lastAt: UnixMs | null;
}

/** How much of a dialog's frozen list the reader may see. */
export async function countSeenFrozen(tx: TenantTx, access: AccessCondition, dialog: DialogRow): Promise<SeenOfFrozen> {
  if (access.kind === 'all') return dialog;
  const values = new SqlValues();
  const { rows } = await tx.query<SeenOfFrozen>(
    `SELECT count(*)::int AS messages, min(f.sent_at) AS "firstAt", max(f.sent_at) AS "lastAt" FROM hw.dialog_messages f
     WHERE f.tenant_id = ${values.add(tx.tenantId)} AND f.dialog_id = ${values.add(dialog.dialogId)}
       AND ${accessSql(access, 'f', values)}`,
    values.all,
  );
  return rows[0] ?? { messages: 0, firstAt: null, lastAt: null };
}

/** Messages that the reader may see and that were sent while the dialog lasted but are not on its list; at most 1,000. */
export async function countArchivedLater(tx: TenantTx, access: AccessCondition, dialog: DialogRow): Promise<number> {
  const values = new SqlValues();
  const { rows } = await tx.query<{ later: number }>(
    `SELECT count(*)::int AS later FROM (SELECT FROM hw.messages m
       WHERE m.tenant_id = ${values.add(tx.tenantId)} AND m.conversation_id = ${values.add(dialog.conversationId)}
         AND m.sent_at >= ${values.add(new Date(dialog.firstAt))} AND m.sent_at <= ${values.add(new Date(dialog.lastAt))}
         AND NOT EXISTS (SELECT FROM hw.dialog_messages f WHERE f.tenant_id = m.tenant_id
           AND f.dialog_id = ${values.add(dialog.dialogId)} AND f.sent_at = m.sent_at AND f.message_id = m.message_id)
         AND ${accessSql(access, 'm', values)} LIMIT ${MOST_LATER}) counted`,
    values.all,
  );
  return rows[0]?.later ?? 0;
}
