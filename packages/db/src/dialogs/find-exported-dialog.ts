import type { DialogId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { DIALOG_SELECT, type DialogRow } from './dialog-row.ts';

/** The dialog of which an export was asked for; also when its citation was taken back since. */
export async function findExportedDialog(tx: TenantTx, dialogId: DialogId): Promise<DialogRow | undefined> {
  const { rows } = await tx.query<DialogRow>(`${DIALOG_SELECT} WHERE d.tenant_id = $1 AND d.dialog_id = $2`, [
    tx.tenantId,
    dialogId,
  ]);
  return rows[0];
}
