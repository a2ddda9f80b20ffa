import type { ReadingSettings } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Of the tenant of the transaction. */
export async function updateReadingSettings(tx: TenantTx, settings: Omit<ReadingSettings, 'zone'>): Promise<void> {
  await tx.query(
    `UPDATE hw.tenants SET dialog_gap_minutes = $2, unanswered_hours = $3, working_days = $4, working_from = $5,
       working_until = $6 WHERE tenant_id = $1`,
    [
      tx.tenantId,
      settings.dialogGapMinutes,
      settings.unansweredHours,
      settings.workingDays,
      settings.workingFrom,
      settings.workingUntil,
    ],
  );
}
