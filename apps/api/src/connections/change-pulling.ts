import { nextTimeOfDay } from '@highwater/calendar';
import { inTenant, savePulling } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { timeOfDay } from '../schedules/schedule-input.ts';
import { pullMode } from '../schemas/connection.ts';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { getConnectionRow, viewConnection } from './view-connection.ts';

/** The time may be given with either mode, as a form gives it; only daily pulls keep it. */
export const changePullingInput = {
  params: z.strictObject({ connectionId }),
  body: z.strictObject({ mode: pullMode, timeOfDay: timeOfDay.optional() }),
};

/** A company that wants one pull a day and named no hour. */
const DEFAULT_TIME = '03:00';

/** Changes when a connection is pulled; the next pull is reckoned anew from now. */
export async function changePulling(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { params, body } = parseInput(changePullingInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const before = await getConnectionRow(tx, params.connectionId);
    const now = ctx.deps.clock.now();
    const time = body.timeOfDay ?? before.dailyAt ?? DEFAULT_TIME;
    if (body.mode === 'daily') {
      const pulling = { mode: 'daily', timeOfDay: time } as const;
      await savePulling(tx, params.connectionId, pulling, nextTimeOfDay(before.zone, time, now));
    } else await savePulling(tx, params.connectionId, { mode: 'continuous' }, now);
    await recordAudit(ctx, tx, {
      event: 'pulling.changed',
      memberId,
      subject: `connection:${params.connectionId}`,
      detail: { mode: body.mode, ...(body.mode === 'daily' ? { timeOfDay: time } : {}) },
    });
    return viewConnection(ctx, await getConnectionRow(tx, params.connectionId));
  });
}
