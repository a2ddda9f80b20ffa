import { deleteSchedule, findSchedule, inTenant, listSchedules } from '@highwater/db';
import type { MemberId, TenantId } from '@highwater/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { Killed } from '../testing/chain-fixture.ts';
import { sweepSchedules } from './start-due-schedules.ts';
import { createScheduleFixture, type ScheduleFixture } from './testing/schedule-fixture.ts';

let fixture: ScheduleFixture;
let tenantId: TenantId;
let owner: MemberId;

beforeAll(async () => {
  fixture = await createScheduleFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.clock.at = fixture.evening;
  tenantId = await fixture.makeTenant();
  owner = await fixture.addMember(tenantId, 'owner');
});
afterEach(async () => {
  await inTenant(fixture.database, tenantId, async (tx) => {
    for (const { scheduleId } of await listSchedules(tx)) await deleteSchedule(tx, scheduleId, fixture.clock.at);
  });
  await fixture.settle();
});

const sweep = () => sweepSchedules(fixture.deps);
const days = async () => (await fixture.runs(tenantId)).map((run) => run.runDay);
const nextAt = async () => (await inTenant(fixture.database, tenantId, listSchedules))[0]?.nextAt;
const DAY = 86_400_000;

describe('a schedule', () => {
  it('does nothing before its hour and begins one run at its hour, however often it is looked at', async () => {
    const scheduleId = await fixture.makeSchedule(tenantId, { recipients: [owner] });
    fixture.clock.at = fixture.morning - 1;
    await sweep();
    expect(await days()).toEqual([]);
    fixture.clock.at = fixture.morning;
    await sweep();
    await sweep();
    expect(await fixture.runs(tenantId)).toEqual([
      { scheduleId, runDay: '2026-11-22', state: 'pulling', fault: null, startedAt: fixture.morning, finishedAt: null },
    ]);
    expect(await nextAt()).toBe(fixture.morning + DAY);
    const audits = await fixture.read(
      tenantId,
      "SELECT subject, detail FROM hw.audit WHERE event = 'schedule.started'",
    );
    expect(audits).toEqual([{ subject: `schedule:${scheduleId}`, detail: { runDay: '2026-11-22' } }]);
    expect(await fixture.boss.fetch('run-schedule', { batchSize: 10 })).toHaveLength(1);
  });

  it('begins one run when several workers look at once', async () => {
    await fixture.makeSchedule(tenantId, { recipients: [owner] });
    fixture.clock.at = fixture.morning;
    await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    expect(await days()).toEqual(['2026-11-22']);
    const started = await fixture.read(tenantId, "SELECT 1 FROM hw.audit WHERE event = 'schedule.started'");
    expect(started).toHaveLength(1);
  });

  it('asks every connection of its company for a pull', async () => {
    const { connectionId } = await fixture.connect(tenantId);
    await fixture.drain();
    await fixture.makeSchedule(tenantId, { recipients: [owner] });
    fixture.clock.at = fixture.morning;
    await sweep();
    const jobs = await fixture.boss.fetch<object>('pull-archive', { batchSize: 10 });
    expect(jobs.map((job) => job.data)).toEqual([{ tenantId, connectionId }]);
  });

  it('makes up for a missed hour once, and keeps its next one', async () => {
    await fixture.makeSchedule(tenantId, { recipients: [owner] });
    fixture.clock.at = fixture.morning + 5 * 3_600_000;
    await sweep();
    await sweep();
    expect(await days()).toEqual(['2026-11-22']);
    expect(await nextAt()).toBe(fixture.morning + DAY);
    fixture.clock.at = fixture.morning + DAY;
    await sweep();
    expect(await days()).toEqual(['2026-11-23', '2026-11-22']);
  });

  it('makes up for the last of several missed hours', async () => {
    await fixture.makeSchedule(tenantId, { recipients: [owner] });
    fixture.clock.at = fixture.morning + 3 * DAY + 1;
    await sweep();
    expect(await days()).toEqual(['2026-11-25']);
    expect(await nextAt()).toBe(fixture.morning + 4 * DAY);
  });

  it('missed before midnight and made up after it is the run of the day it was missed on', async () => {
    await fixture.makeSchedule(tenantId, { recipients: [owner], timeOfDay: '23:50' });
    const missed = Date.UTC(2026, 10, 21, 15, 50);
    fixture.clock.at = missed + 30 * 60_000;
    await sweep();
    expect(await days()).toEqual(['2026-11-21']);
    expect(await nextAt()).toBe(missed + DAY);
    fixture.clock.at = missed + DAY;
    await sweep();
    expect(await days()).toEqual(['2026-11-22', '2026-11-21']);
  });

  it('that is disabled or deleted does nothing', async () => {
    await fixture.makeSchedule(tenantId, { recipients: [owner], enabled: false });
    const deleted = await fixture.makeSchedule(tenantId, { recipients: [owner] });
    await inTenant(fixture.database, tenantId, (tx) => deleteSchedule(tx, deleted, fixture.clock.at));
    fixture.clock.at = fixture.morning;
    await sweep();
    expect(await days()).toEqual([]);
    expect(await inTenant(fixture.database, tenantId, (tx) => findSchedule(tx, deleted))).toBeUndefined();
  });

  it('that cannot be begun keeps no other company waiting', async () => {
    const broken = await fixture.makeTenant();
    const scheduleId = await fixture.makeSchedule(broken, {
      recipients: [owner],
      zone: 'Mars/Olympus',
      nextAt: fixture.clock.at,
    });
    await fixture.makeSchedule(tenantId, { recipients: [owner] });
    fixture.clock.at = fixture.morning;
    await expect(sweep()).rejects.toThrow(RangeError);
    expect(await days()).toEqual(['2026-11-22']);
    await inTenant(fixture.database, broken, (tx) => deleteSchedule(tx, scheduleId, fixture.clock.at));
  });
});

describe('a worker that is killed', () => {
  it('while it claims the hour leaves it to the next', async () => {
    await fixture.makeSchedule(tenantId, { recipients: [owner] });
    fixture.clock.at = fixture.morning;
    fixture.killAt('schedule.claimed');
    await expect(sweep()).rejects.toThrow(Killed);
    expect(await days()).toEqual([]);
    expect(await nextAt()).toBe(fixture.morning);
    expect(await fixture.boss.fetch('run-schedule')).toEqual([]);
    await sweep();
    expect(await days()).toEqual(['2026-11-22']);
  });

  it('after the claim has begun the run, and its job is made again if it was lost', async () => {
    await fixture.makeSchedule(tenantId, { recipients: [owner] });
    fixture.clock.at = fixture.morning;
    fixture.killAt('schedule.committed');
    await expect(sweep()).rejects.toThrow(Killed);
    expect(await days()).toEqual(['2026-11-22']);
    const lost = await fixture.boss.fetch('run-schedule', { batchSize: 10 });
    expect(lost).toHaveLength(1);
    for (const job of lost) await fixture.boss.cancel('run-schedule', job.id);
    await sweep();
    expect(await days()).toEqual(['2026-11-22']);
    expect(await fixture.boss.fetch('run-schedule', { batchSize: 10 })).toHaveLength(1);
  });
});
