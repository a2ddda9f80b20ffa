import { FaultError } from '@highwater/domain';
import type { ReadingSettings } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Of the tenant of the transaction. Throws `thing.missing`. */
export async function findReadingSettings(tx: TenantTx): Promise<ReadingSettings> {
  const { rows } = await tx.query<ReadingSettings>(
    `SELECT zone, dialog_gap_minutes AS "dialogGapMinutes", unanswered_hours AS "unansweredHours", working_days AS "workingDays",
       to_char(working_from, 'HH24:MI') AS "workingFrom", to_char(working_until, 'HH24:MI') AS "workingUntil"
     FROM hw.tenants WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  const [settings] = rows;
  if (settings === undefined) throw new FaultError('thing.missing');
  return settings;
}
