import type { ConnectionId, PersonKey } from '@highwater/domain';
import { ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';

export const TAG = 'etTESTtag';
export const SILENT = 'silent' as PersonKey;

/** A kind of enrichment that somebody woke and one whose time is later, a tag, somebody in scope who never spoke, and consents that are due. */
export async function seedEnrichment(tx: db.TenantTx, connectionId: ConnectionId): Promise<void> {
  await db.wakeEnrichment(tx, connectionId, ['employees'], ROW_TIME, { again: true });
  await db.wakeEnrichment(tx, connectionId, ['tags'], ROW_TIME + 3_600_000);
  await db.saveCustomerTags(
    tx,
    connectionId,
    [{ tagId: TAG, groupName: '级别', name: '重要', isDeleted: false }],
    ROW_TIME,
  );
  await db.savePermits(tx, connectionId, 3, [SILENT], ROW_TIME);
  await tx.query('UPDATE hw.rooms SET is_external = true WHERE tenant_id = $1 AND connection_id = $2', [
    tx.tenantId,
    connectionId,
  ]);
  await tx.query("UPDATE hw.consent_states SET next_look_at = 'epoch' WHERE tenant_id = $1 AND connection_id = $2", [
    tx.tenantId,
    connectionId,
  ]);
}
