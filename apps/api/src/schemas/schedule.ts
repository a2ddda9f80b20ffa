import { z } from '@hono/zod-openapi';
import { fault } from './problem.ts';
import { memberId, pageOfItems, scheduleId, time, orNull } from './values.ts';

export const scheduleView = z
  .object({
    scheduleId,
    name: z.string(),
    /** Local, "HH:MM". */
    timeOfDay: z.string(),
    zone: z.string(),
    recipients: z.array(z.object({ memberId, name: z.string(), email: z.string() })).readonly(),
    enabled: z.boolean(),
    nextAt: time,
    /** Newest first. */
    lastRuns: z
      .array(
        z.object({
          /** Local, whose messages the package holds; it runs the day after. */
          day: z.iso.date(),
          state: z.enum(['pulling', 'building', 'mailing', 'done', 'failed']),
          fault: orNull(fault),
          startedAt: time,
          finishedAt: time.nullable(),
        }),
      )
      .readonly(),
  })
  .openapi('ExportSchedule');

export const schedulePage = pageOfItems(scheduleView);
