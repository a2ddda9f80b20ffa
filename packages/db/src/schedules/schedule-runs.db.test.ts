import type { MemberId, ScheduleId, TenantId } from '@highwater/domain';
import { addTenant, createTestDatabase, newId, ROW_TIME, type TestDatabase } from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { asPlatform } from '../transactions/as-platform.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { insertRun, listRuns, listUnfinishedRuns, lockRun, moveRun } from './schedule-runs.ts';
import {
  deleteSchedule,
  findSchedule,
  insertSchedule,
  listDueSchedules,
  listSchedules,
  updateSchedule,
} from './schedules.ts';

let own: TestDatabase;
let tenantId: TenantId;
let scheduleId: ScheduleId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  scheduleId = await within(addSchedule);
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);

async function addSchedule(tx: TenantTx, nextAt = ROW_TIME): Promise<ScheduleId> {
  const row = {
    scheduleId: newId<ScheduleId>(),
    name: '每天早上',
    zone: 'Asia/Shanghai',
    timeOfDay: '07:00',
    recipients: [newId<MemberId>()],
    createdBy: newId<MemberId>(),
    enabled: true,
    nextAt,
  };
  await insertSchedule(tx, { ...row, createdAt: ROW_TIME });
  expect(await findSchedule(tx, row.scheduleId)).toEqual(row);
  return row.scheduleId;
}

describe('a run', () => {
  test('is one per schedule and day', async () => {
    const other = await within(addSchedule);
    expect(await within((tx) => insertRun(tx, scheduleId, '2026-11-22', ROW_TIME))).toBe(true);
    expect(await within((tx) => insertRun(tx, scheduleId, '2026-11-22', ROW_TIME + 1))).toBe(false);
    expect(await within((tx) => insertRun(tx, scheduleId, '2026-11-23', ROW_TIME))).toBe(true);
    expect(await within((tx) => insertRun(tx, other, '2026-11-22', ROW_TIME))).toBe(true);
  });

  test('is begun by one of several sweeps at the same moment', async () => {
    const begun = await Promise.all(
      Array.from({ length: 5 }, () => within((tx) => insertRun(tx, scheduleId, '2026-11-22', ROW_TIME))),
    );
    expect(begun.filter(Boolean)).toHaveLength(1);
    expect(await within((tx) => listRuns(tx, 5))).toHaveLength(1);
  });

  test('keeps its day as a local day, and its state', async () => {
    await within((tx) => insertRun(tx, scheduleId, '2026-11-22', ROW_TIME));
    const running = {
      scheduleId,
      runDay: '2026-11-22',
      state: 'pulling',
      fault: null,
      startedAt: ROW_TIME,
      finishedAt: null,
    };
    expect(await within((tx) => lockRun(tx, scheduleId, '2026-11-22'))).toEqual(running);
    await within((tx) =>
      moveRun(tx, scheduleId, '2026-11-22', 'failed', { fault: 'mail.refused', finishedAt: ROW_TIME + 5 }),
    );
    const [failed] = await within((tx) => listRuns(tx, 5));
    expect(failed).toEqual({ ...running, state: 'failed', fault: 'mail.refused', finishedAt: ROW_TIME + 5 });
  });

  test('is unfinished until it is done or failed', async () => {
    const unfinished = async () =>
      (await asPlatform(own.database, 'sweep', listUnfinishedRuns)).filter((run) => run.tenantId === tenantId);
    await within((tx) => insertRun(tx, scheduleId, '2026-11-22', ROW_TIME));
    await within((tx) => insertRun(tx, scheduleId, '2026-11-23', ROW_TIME));
    expect(await unfinished()).toHaveLength(2);
    await within((tx) => moveRun(tx, scheduleId, '2026-11-22', 'mailing'));
    expect(await unfinished()).toHaveLength(2);
    await within((tx) => moveRun(tx, scheduleId, '2026-11-22', 'done', { finishedAt: ROW_TIME }));
    expect(await unfinished()).toEqual([{ tenantId, scheduleId, runDay: '2026-11-23' }]);
  });

  test('is listed with the latest of its schedule, newest first', async () => {
    const other = await within(addSchedule);
    for (const day of ['2026-11-20', '2026-11-22', '2026-11-21']) {
      await within((tx) => insertRun(tx, scheduleId, day, ROW_TIME));
    }
    await within((tx) => insertRun(tx, other, '2026-11-01', ROW_TIME));
    const runs = await within((tx) => listRuns(tx, 2));
    expect(runs.map(({ runDay }) => runDay)).toEqual(['2026-11-22', '2026-11-21', '2026-11-01']);
  });
});

describe('a schedule', () => {
  const due = async (now: number) =>
    (await asPlatform(own.database, 'sweep', (tx) => listDueSchedules(tx, now)))
      .filter((schedule) => schedule.tenantId === tenantId)
      .map((schedule) => schedule.scheduleId);

  test('is due from its time on, while it is enabled and not deleted', async () => {
    expect(await due(ROW_TIME - 1)).toEqual([]);
    expect(await due(ROW_TIME)).toEqual([scheduleId]);
    await within(async (tx) => {
      const row = await findSchedule(tx, scheduleId, true);
      if (row !== undefined) await updateSchedule(tx, { ...row, enabled: false });
    });
    expect(await due(ROW_TIME)).toEqual([]);
  });

  test('is missing once it is deleted, and cannot be changed back', async () => {
    const row = await within((tx) => findSchedule(tx, scheduleId));
    await within((tx) => deleteSchedule(tx, scheduleId, ROW_TIME));
    if (row !== undefined) await within((tx) => updateSchedule(tx, row));
    expect(await within((tx) => findSchedule(tx, scheduleId))).toBeUndefined();
    expect(await within(listSchedules)).toEqual([]);
    expect(await due(ROW_TIME)).toEqual([]);
  });
});
