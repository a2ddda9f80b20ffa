import type { AccessCondition, ConversationId, DialogId, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { DIALOG_SELECT, type DialogRow } from './dialog-row.ts';

/** That the reader may see one of the frozen messages. */
function seenSql(access: AccessCondition, values: SqlValues): string {
  if (access.kind === 'all') return 'true';
  return `EXISTS (SELECT FROM hw.dialog_messages f WHERE f.tenant_id = d.tenant_id AND f.dialog_id = d.dialog_id
    AND ${accessSql(access, 'f', values)})`;
}

/** A frozen dialog that was not taken back and of which the reader may see something. */
export async function findDialog(
  tx: TenantTx,
  access: AccessCondition,
  dialogId: DialogId,
): Promise<DialogRow | undefined> {
  const values = new SqlValues();
  const { rows } = await tx.query<DialogRow>(
    `${DIALOG_SELECT} WHERE d.tenant_id = ${values.add(tx.tenantId)} AND d.dialog_id = ${values.add(dialogId)}
       AND d.removed_at IS NULL AND ${seenSql(access, values)}`,
    values.all,
  );
  return rows[0];
}

/** Frozen dialogs, the last frozen first, as far as the reader may see something of them. */
export async function listDialogs(
  tx: TenantTx,
  access: AccessCondition,
  page: { readonly after: { readonly frozenAt: UnixMs; readonly dialogId: DialogId } | null; readonly limit: number },
): Promise<readonly DialogRow[]> {
  const values = new SqlValues();
  const conditions = [`d.tenant_id = ${values.add(tx.tenantId)}`, 'd.removed_at IS NULL', seenSql(access, values)];
  if (page.after !== null) {
    const { frozenAt, dialogId } = page.after;
    conditions.push(`(d.frozen_at, d.dialog_id) < (${values.add(new Date(frozenAt))}, ${values.add(dialogId)}::uuid)`);
  }
  const { rows } = await tx.query<DialogRow>(
    `${DIALOG_SELECT} WHERE ${conditions.join(' AND ')}
     ORDER BY d.frozen_at DESC, d.dialog_id DESC LIMIT ${values.add(page.limit)}`,
    values.all,
  );
  return rows;
}

/** Frozen dialogs of a conversation that reach into a stretch of time (both ends included), as far as the reader may know of them. */
export async function listDialogsWithin(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  range: { readonly firstAt: UnixMs; readonly lastAt: UnixMs },
): Promise<readonly DialogRow[]> {
  const values = new SqlValues();
  const { rows } = await tx.query<DialogRow>(
    `${DIALOG_SELECT} WHERE d.tenant_id = ${values.add(tx.tenantId)} AND d.conversation_id = ${values.add(conversationId)}
       AND d.removed_at IS NULL AND d.last_at >= ${values.add(new Date(range.firstAt))}
       AND d.first_at <= ${values.add(new Date(range.lastAt))} AND ${seenSql(access, values)}
     ORDER BY d.frozen_at DESC, d.dialog_id DESC LIMIT 200`,
    values.all,
  );
  return rows;
}
