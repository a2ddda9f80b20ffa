import { nextTimeOfDay } from '@highwater/calendar';
import { deleteSchedule as removeSchedule, findSchedule, inTenant, updateSchedule } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { scheduleId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { checkRecipients, recipients, scheduleName, timeOfDay, zone } from './schedule-input.ts';
import { viewSchedules } from './view-schedules.ts';

export const oneScheduleInput = { params: z.strictObject({ scheduleId }) };
export const changeScheduleInput = {
  ...oneScheduleInput,
  body: z.strictObject({
    name: scheduleName.optional(),
    timeOfDay: timeOfDay.optional(),
    zone: zone.optional(),
    recipients: recipients.optional(),
    enabled: z.boolean().optional(),
  }),
};

/** Changes what is given; the next run is reckoned anew from now. */
export async function changeSchedule(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'schedule');
  const { params, body } = parseInput(changeScheduleInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const before = await findSchedule(tx, params.scheduleId, true);
    if (before === undefined) throw new FaultError('thing.missing');
    const changed = {
      ...before,
      name: body.name ?? before.name,
      timeOfDay: body.timeOfDay ?? before.timeOfDay,
      zone: body.zone ?? before.zone,
      recipients: body.recipients ? await checkRecipients(tx, body.recipients) : before.recipients,
      enabled: body.enabled ?? before.enabled,
    };
    const after = { ...changed, nextAt: nextTimeOfDay(changed.zone, changed.timeOfDay, ctx.deps.clock.now()) };
    await updateSchedule(tx, after);
    await recordAudit(ctx, tx, { event: 'schedule.changed', memberId, subject: `schedule:${params.scheduleId}` });
    const [view] = await viewSchedules(tx, [after]);
    if (view === undefined) throw new FaultError('internal');
    return view;
  });
}

/** Runs it at the next beat of the sweep instead of at its hour; a day has one run. */
export async function runScheduleNow(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'schedule');
  const { params } = parseInput(oneScheduleInput, raw);
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const schedule = await findSchedule(tx, params.scheduleId, true);
    if (schedule === undefined) throw new FaultError('thing.missing');
    if (!schedule.enabled) throw new FaultError('request.conflict');
    await updateSchedule(tx, { ...schedule, nextAt: ctx.deps.clock.now() });
    await recordAudit(ctx, tx, { event: 'schedule.asked', memberId, subject: `schedule:${params.scheduleId}` });
  });
}

export async function deleteSchedule(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'schedule');
  const { params } = parseInput(oneScheduleInput, raw);
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    if ((await findSchedule(tx, params.scheduleId, true)) === undefined) throw new FaultError('thing.missing');
    await removeSchedule(tx, params.scheduleId, ctx.deps.clock.now());
    await recordAudit(ctx, tx, { event: 'schedule.deleted', memberId, subject: `schedule:${params.scheduleId}` });
  });
}
