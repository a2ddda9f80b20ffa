import { dayOf, nextTimeOfDay } from '@highwater/calendar';
import {
  asPlatform,
  findSchedule,
  insertRun,
  inTenant,
  listConnectionIds,
  listDueSchedules,
  listUnfinishedRuns,
  updateSchedule,
} from '@highwater/db';
import type { ScheduleId, TenantId } from '@highwater/domain';
import { auditSystem } from '../audit-system.ts';
import type { ExportDeps } from '../exports/export-deps.ts';

/**
 * One beat of the schedules: begins the runs whose hour has come and wakes those that have not ended.
 * A missed hour (the service was down) runs once, late; two workers sweeping at once begin one run.
 */
export async function sweepSchedules(deps: ExportDeps): Promise<void> {
  const now = deps.clock.now();
  const due = await asPlatform(deps.database, 'sweep', (tx) => listDueSchedules(tx, now));
  for (const { tenantId, scheduleId } of due) await startRun(deps, tenantId, scheduleId);

  const unfinished = await asPlatform(deps.database, 'sweep', (tx) => listUnfinishedRuns(tx));
  for (const { tenantId, scheduleId, runDay } of unfinished) {
    await inTenant(deps.database, tenantId, (tx) => deps.enqueue(tx, 'run-schedule', { tenantId, scheduleId, runDay }));
  }
}

/** Begins today's run: claimed, next hour set, pulls asked for, all in one transaction. */
async function startRun(deps: ExportDeps, tenantId: TenantId, scheduleId: ScheduleId): Promise<void> {
  await inTenant(deps.database, tenantId, async (tx) => {
    const now = deps.clock.now();
    const schedule = await findSchedule(tx, scheduleId, true);
    if (schedule === undefined || !schedule.enabled || schedule.nextAt > now) return;
    const runDay = dayOf(schedule.zone, now);
    await updateSchedule(tx, { ...schedule, nextAt: nextTimeOfDay(schedule.zone, schedule.timeOfDay, now) });
    if (!(await insertRun(tx, scheduleId, runDay, now))) return;
    deps.failpoint('schedule.claimed');
    await auditSystem(tx, now, {
      event: 'schedule.started',
      subject: `schedule:${scheduleId}`,
      detail: { runDay },
    });
    for (const connectionId of await listConnectionIds(tx)) {
      await deps.enqueue(tx, 'pull-archive', { tenantId, connectionId });
    }
    await deps.enqueue(tx, 'run-schedule', { tenantId, scheduleId, runDay });
  });
  deps.failpoint('schedule.committed');
}
