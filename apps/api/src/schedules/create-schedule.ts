import { randomUUID } from 'node:crypto';
import { nextTimeOfDay } from '@highwater/calendar';
import { insertSchedule } from '@highwater/db';
import { FaultError, type ScheduleId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { authorise } from '../verbs/authorise.ts';
import { inTenantOnce } from '../verbs/in-tenant-once.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { checkRecipients, recipients, scheduleName, timeOfDay, zone } from './schedule-input.ts';
import { viewSchedules } from './view-schedules.ts';

export const createScheduleInput = { body: z.strictObject({ name: scheduleName, timeOfDay, zone, recipients }) };

/** Every day at a local time: pull, package of the day before for each recipient, a mailed link. */
export async function createSchedule(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'schedule');
  const { memberId } = member;
  const { body } = parseInput(createScheduleInput, raw);
  const now = ctx.deps.clock.now();
  return inTenantOnce(ctx, member, { route: 'POST /export-schedules', request: body }, async (tx) => {
    const schedule = {
      scheduleId: randomUUID() as ScheduleId,
      ...body,
      recipients: await checkRecipients(tx, body.recipients),
      createdBy: memberId,
      enabled: true,
      nextAt: nextTimeOfDay(body.zone, body.timeOfDay, now),
      createdAt: now,
    };
    await insertSchedule(tx, schedule);
    await recordAudit(ctx, tx, { event: 'schedule.created', memberId, subject: `schedule:${schedule.scheduleId}` });
    const [view] = await viewSchedules(tx, [schedule]);
    if (view === undefined) throw new FaultError('internal');
    return view;
  });
}
