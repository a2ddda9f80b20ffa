import { z } from '@hono/zod-openapi';

const minutes = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Local; an end may be the end of the day. */
const timeOfDay = z.string().regex(minutes);
const endOfDay = z.union([z.literal('24:00'), timeOfDay]).openapi({ type: 'string' });

const changeable = {
  /** A silence longer than this ends a dialog. */
  dialogGapMinutes: z.int().min(5).max(1440),
  /** Working hours within which a message from outside is to be answered. */
  unansweredHours: z.int().min(1).max(72),
  /** 1 = Monday … 7 = Sunday, ascending. */
  workingDays: z.array(z.int().min(1).max(7)).min(1).max(7).readonly(),
  workingFrom: timeOfDay,
  workingUntil: endOfDay,
};

/** Without the zone, which is the company's. */
export const readingSettingsToSet = z.strictObject(changeable);

export const readingSettings = z
  .object({
    ...changeable,
    /** IANA name, of the days and hours. */
    zone: z.string(),
    /** Whether the reader may change them. */
    mayChange: z.boolean(),
  })
  .openapi('ReadingSettings');
