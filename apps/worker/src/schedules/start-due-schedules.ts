import { dayOf, nextTimeOfDay } from '@highwater/calendar';
import {
  asPlatform,
  askForPulls,
  findSchedule,
  insertRun,
  inTenant,
  listDueSchedules,
  listUnfinishedRuns,
  updateSchedule,
  type ScheduleRow,
} from '@highwater/db';
import type { ScheduleId, TenantId, UnixMs } from '@highwater/domain';
import { auditSystem } from '../audit-system.ts';
import { forEachApart } from '../for-each-apart.ts';
import type { ExportDeps } from '../exports/export-deps.ts';

/**
 * One beat of the schedules: begins the runs whose hour has come and wakes those that have not ended.
 * A missed hour (the service was down) runs once, late; two workers sweeping at once begin one run.
 */
export async function sweepSchedules(deps: ExportDeps): Promise<void> {
  const now = deps.clock.now();
  const due = await asPlatform(deps.database, 'sweep', (tx) => listDueSchedules(tx, now));
  await forEachApart(due, ({ tenantId, scheduleId }) => startRun(deps, tenantId, scheduleId));

  const unfinished = await asPlatform(deps.database, 'sweep', (tx) => listUnfinishedRuns(tx));
  await forEachApart(unfinished, async ({ tenantId, scheduleId, runDay }) => {
    await inTenant(deps.database, tenantId, (tx) => deps.enqueue(tx, 'run-schedule', { tenantId, scheduleId, runDay }));
  });
}

/** Begins the run of the hour that has come: claimed, next hour set, pulls asked for, all in one transaction. */
async function startRun(deps: ExportDeps, tenantId: TenantId, scheduleId: ScheduleId): Promise<void> {
  await inTenant(deps.database, tenantId, async (tx) => {
    const now = deps.clock.now();
    const schedule = await findSchedule(tx, scheduleId, true);
    if (schedule === undefined || !schedule.enabled) return;
    const nextAt = nextTimeOfDay(schedule.zone, schedule.timeOfDay, now);
    // An hour beyond the next one was reckoned by a clock that has gone back since.
    if (schedule.nextAt > now && schedule.nextAt <= nextAt) return;
    await updateSchedule(tx, { ...schedule, nextAt });
    if (schedule.nextAt > now) return;
    const runDay = dayOf(schedule.zone, lastDueHour(schedule, now));
    if (!(await insertRun(tx, scheduleId, runDay, now))) return;
    deps.failpoint('schedule.claimed');
    await auditSystem(tx, now, {
      event: 'schedule.started',
      subject: `schedule:${scheduleId}`,
      detail: { runDay },
    });
    for (const connectionId of await askForPulls(tx, now)) {
      await deps.enqueue(tx, 'pull-archive', { tenantId, connectionId });
    }
    await deps.enqueue(tx, 'run-schedule', { tenantId, scheduleId, runDay });
  });
  deps.failpoint('schedule.committed');
}

/**
 * The hour that a run is for. Late, that is not the day of now: an hour before midnight may be missed until after it, and
 * its package still holds the day before its own. Of several missed hours only the last is made up for.
 */
function lastDueHour({ zone, timeOfDay, nextAt }: ScheduleRow, now: UnixMs): UnixMs {
  let due = nextAt;
  for (let next = due; next <= now; next = nextTimeOfDay(zone, timeOfDay, due)) due = next;
  return due;
}
