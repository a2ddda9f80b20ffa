import { createWorkingClock, workingTimeBack } from '@highwater/calendar';
import type { UnixMs } from '@highwater/domain';
import type { UnansweredRule } from '../conditions/unanswered-sql.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { findReadingSettings } from './find-reading-settings.ts';

const HOUR_MS = 3_600_000;

/** What the company calls unanswered as of `asOf`. Throws `thing.missing`. */
export async function findUnansweredRule(tx: TenantTx, asOf: UnixMs): Promise<UnansweredRule> {
  const {
    zone,
    workingDays: days,
    workingFrom: from,
    workingUntil: until,
    unansweredHours,
  } = await findReadingSettings(tx);
  const clock = createWorkingClock({ zone, days, from, until }, asOf);
  const limitMs = unansweredHours * HOUR_MS;
  return { before: workingTimeBack(clock, asOf, limitMs), limitMs, clock };
}
