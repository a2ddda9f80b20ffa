import { randomUUID } from 'node:crypto';
import { nextTimeOfDay } from '@highwater/calendar';
import {
  insertSchedule,
  inTenant,
  listRuns,
  type LoginSettings,
  type ScheduleRow,
  type ScheduleRunRow,
} from '@highwater/db';
import type { MemberId, ScheduleId, TenantId } from '@highwater/domain';
import { createHandOverFixture } from '../../exports/testing/hand-over-fixture.ts';

export const CUSTOMER = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8';

export type ScheduleFixture = Awaited<ReturnType<typeof createScheduleFixture>>;

/** Hand-over with schedules at eight in the morning in Shanghai, on the evening before the first of them. */
export async function createScheduleFixture(superuser: LoginSettings) {
  const handOver = await createHandOverFixture(superuser);
  const { clock, database } = handOver;

  return {
    ...handOver,
    /** 2026-11-21, 18:00 in Shanghai. */
    evening: Date.UTC(2026, 10, 21, 10),
    /** 2026-11-22, 08:00 in Shanghai. */
    morning: Date.UTC(2026, 10, 22, 0),

    async makeSchedule(
      tenantId: TenantId,
      changes: Partial<ScheduleRow> & { recipients: readonly MemberId[] },
    ): Promise<ScheduleId> {
      const scheduleId = randomUUID() as ScheduleId;
      const zone = changes.zone ?? 'Asia/Shanghai';
      const timeOfDay = changes.timeOfDay ?? '08:00';
      await inTenant(database, tenantId, (tx) =>
        insertSchedule(tx, {
          scheduleId,
          name: '每日导出',
          zone,
          timeOfDay,
          createdBy: randomUUID() as MemberId,
          enabled: true,
          createdAt: clock.at,
          ...changes,
          nextAt: changes.nextAt ?? nextTimeOfDay(zone, timeOfDay, clock.at),
        }),
      );
      return scheduleId;
    },

    runs: (tenantId: TenantId): Promise<readonly ScheduleRunRow[]> =>
      inTenant(database, tenantId, (tx) => listRuns(tx, 100)),

    /** Beats and work until nothing is left to do: what a minute or two of a running worker are. */
    async settle(): Promise<void> {
      for (let round = 0; round < 4; round += 1) {
        await handOver.sweep();
        await handOver.drain();
        await handOver.work();
      }
    },
  };
}

/** A text of WeCom's, sent at `sentAt` by an employee to a customer. */
export function textMessage(from: string, sentAt: string | number, content: string): string {
  return JSON.stringify({
    msgid: `${randomUUID()}_external`,
    action: 'send',
    from,
    tolist: [CUSTOMER],
    roomid: '',
    msgtime: new Date(sentAt).getTime(),
    msgtype: 'text',
    text: { content },
  });
}
