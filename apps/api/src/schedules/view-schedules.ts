import { dayBefore } from '@highwater/calendar';
import { listMembersByIds, listRuns, type ScheduleRow, type TenantTx } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { scheduleView } from '../schemas/schedule.ts';

/** Runs shown with a schedule: a week. */
const RUNS = 7;

export async function viewSchedules(
  tx: TenantTx,
  rows: readonly ScheduleRow[],
): Promise<z.output<typeof scheduleView>[]> {
  const members = await listMembersByIds(tx, [...new Set(rows.flatMap((row) => row.recipients))]);
  const runs = await listRuns(tx, RUNS);
  return rows.map((row) => ({
    scheduleId: row.scheduleId,
    name: row.name,
    timeOfDay: row.timeOfDay,
    zone: row.zone,
    recipients: members
      .filter((member) => row.recipients.includes(member.memberId))
      .map(({ memberId, name, email }) => ({ memberId, name, email })),
    enabled: row.enabled,
    nextAt: row.nextAt,
    lastRuns: runs
      .filter((run) => run.scheduleId === row.scheduleId)
      .map(({ runDay, state, fault, startedAt, finishedAt }) => ({
        day: dayBefore(runDay),
        state,
        fault,
        startedAt,
        finishedAt,
      })),
  }));
}
