import type { AccessCondition, DialogId, MessageId, MessagePosition, UnixMs } from '@highwater/domain';
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

/** Messages of a frozen list that the reader may not see, by the seen one of the asked part that they follow; null before it. */
export interface HiddenOfFrozen {
  readonly afterId: MessageId | null;
  readonly count: number;
}

/** What is hidden behind `after` up to `until`, or to the end where that is null. Says how many, and nothing else of them. */
export async function listHiddenOfFrozen(
  tx: TenantTx,
  access: AccessCondition,
  dialogId: DialogId,
  { after, until }: { readonly after: MessagePosition | null; readonly until: MessagePosition | null },
): Promise<readonly HiddenOfFrozen[]> {
  if (access.kind === 'all') return [];
  const values = new SqlValues();
  const placed = (place: MessagePosition) =>
    `(${values.add(new Date(place.sentAt))}, ${values.add(place.messageId)}::uuid)`;
  const conditions = [
    `f.tenant_id = ${values.add(tx.tenantId)}`,
    `f.dialog_id = ${values.add(dialogId)}`,
    ...(after === null ? [] : [`(f.sent_at, f.message_id) > ${placed(after)}`]),
    ...(until === null ? [] : [`(f.sent_at, f.message_id) <= ${placed(until)}`]),
  ];
  const { rows } = await tx.query<{ messageId: MessageId; isSeen: boolean }>(
    `SELECT f.message_id AS "messageId", ${accessSql(access, 'f', values)} AS "isSeen" FROM hw.dialog_messages f
     WHERE ${conditions.join(' AND ')} ORDER BY f.sent_at, f.message_id`,
    values.all,
  );
  const runs: { afterId: MessageId | null; count: number }[] = [];
  let run: { afterId: MessageId | null; count: number } = { afterId: null, count: 0 };
  for (const { messageId, isSeen } of rows) {
    if (!isSeen) {
      if (run.count === 0) runs.push(run);
      run.count += 1;
    } else run = { afterId: messageId, count: 0 };
  }
  return runs;
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
         AND ${accessSql(access, 'm', values, true)} LIMIT ${MOST_LATER}) counted`,
    values.all,
  );
  return rows[0]?.later ?? 0;
}
