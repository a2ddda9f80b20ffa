import { hashToken } from '@highwater/crypto';
import { deleteSchedule, inTenant, listFindings, markMemberRemoved, type ExportRow } from '@highwater/db';
import type { ExportId, FailpointName, MemberId, ScheduleId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Company } from '../exports/testing/hand-over-fixture.ts';
import { readPackage } from '../exports/testing/read-package.ts';
import { pullArchive } from '../pull/pull-archive.ts';
import { Killed } from '../testing/chain-fixture.ts';
import { runSchedule } from './run-schedule.ts';
import { createScheduleFixture, textMessage, type ScheduleFixture } from './testing/schedule-fixture.ts';

let fixture: ScheduleFixture;
let company: Company;
let owner: MemberId;
let viewer: MemberId;
let scheduleId: ScheduleId;

const RUN_DAY = '2026-11-22';
/** Midnight of 2026-11-21 in Shanghai. */
const MIDNIGHT = Date.UTC(2026, 10, 20, 16);
const DAY = 86_400_000;
const OF_THE_DAY = [
  textMessage('LinXiaoyu', MIDNIGHT, '零点整的一条'),
  textMessage('LinXiaoyu', MIDNIGHT + 5000, '白天的一条'),
  textMessage('ZhaoKai', MIDNIGHT + DAY - 1, '最后一毫秒'),
];
const OTHERS = [textMessage('LinXiaoyu', MIDNIGHT - 1, '前一天'), textMessage('LinXiaoyu', MIDNIGHT + DAY, '当天凌晨')];

beforeAll(async () => {
  fixture = await createScheduleFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.clock.at = fixture.evening;
  fixture.mails.length = 0;
  company = await fixture.makeCompany();
  await fixture.drain();
  owner = await fixture.addMember(company.tenantId, 'owner');
  viewer = await fixture.addMember(company.tenantId, 'viewer', { employees: ['zhaokai'], language: 'en' });
  scheduleId = await fixture.makeSchedule(company.tenantId, { recipients: [owner, viewer] });
  fixture.finance.archive([...OF_THE_DAY, ...OTHERS], company.key);
  fixture.clock.at = fixture.morning;
});

const run = async () => (await fixture.runs(company.tenantId)).find((row) => row.runDay === RUN_DAY);
const exportsOf = async (memberId?: MemberId): Promise<ExportRow[]> => {
  const ids = await fixture.read<{ id: ExportId; by: MemberId }>(
    company.tenantId,
    'SELECT export_id AS id, requested_by AS by FROM hw.exports WHERE schedule_id = $1',
    [scheduleId],
  );
  const wanted = ids.filter(({ by }) => memberId === undefined || by === memberId);
  return Promise.all(wanted.map(({ id }) => fixture.getExport(company.tenantId, id)));
};
const linkIn = (text: string): string => /https:\/\/archive\.example\/links\/([\w-]{22})\s/.exec(text)?.[1] ?? '';
const mailsTo = (memberId: MemberId) => fixture.mails.filter((mail) => mail.to === `${memberId}@example.com`);

describe('a run', () => {
  it('pulls, builds the day before for each recipient under its own rights, and mails each its link', async () => {
    await fixture.settle();
    expect(await run()).toMatchObject({ state: 'done', fault: null, finishedAt: fixture.clock.at });
    const [[forOwner], [forViewer]] = await Promise.all([exportsOf(owner), exportsOf(viewer)]);
    if (forOwner === undefined || forViewer === undefined) throw new Error('an export is missing');
    expect(forOwner.selection).toMatchObject({ from: MIDNIGHT, until: MIDNIGHT + DAY });

    const all = await readPackage(fixture, company.tenantId, forOwner);
    expect(all.messages.map((message) => message.original).toSorted()).toEqual(OF_THE_DAY.toSorted());
    const theirs = await readPackage(fixture, company.tenantId, forViewer);
    expect(theirs.messages.map((message) => message.original)).toEqual([OF_THE_DAY[2]]);
    expect(forViewer.access).toEqual({ kind: 'where', any: [{ people: ['zhaokai'] }] });

    expect(fixture.mails).toHaveLength(2);
    expect(mailsTo(owner)).toHaveLength(1);
    expect(mailsTo(viewer)).toHaveLength(1);
  });

  it('gives a token to the mail only and its hash to the database', async () => {
    await fixture.settle();
    const rows = await fixture.read<{
      memberId: MemberId;
      hash: string;
      runDay: string;
      expiresAt: number;
      row: string;
    }>(
      company.tenantId,
      `SELECT member_id AS "memberId", token_hash AS hash, run_day AS "runDay", expires_at AS "expiresAt", l::text AS row
       FROM hw.export_links l`,
    );
    expect(rows).toHaveLength(2);
    for (const { memberId, hash, runDay, expiresAt, row } of rows) {
      const token = linkIn(mailsTo(memberId)[0]?.text ?? '');
      expect(token).toHaveLength(22);
      expect(hash).toBe(hashToken(token));
      expect(row).not.toContain(token);
      expect([runDay, expiresAt]).toEqual([RUN_DAY, fixture.clock.at + 7 * DAY]);
    }
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
  });

  it('adds nothing when its steps are taken again and by two workers at once', async () => {
    await fixture.sweep();
    await fixture.drain();
    const step = () => runSchedule(fixture.deps, company.tenantId, scheduleId, RUN_DAY);
    await Promise.all([step(), step(), step()]);
    await step();
    expect(await exportsOf()).toHaveLength(2);
    await fixture.settle();
    await step();
    await fixture.settle();
    expect(await exportsOf()).toHaveLength(2);
    expect(fixture.mails).toHaveLength(2);
  });

  it('of a day without messages builds an empty package and says so', async () => {
    fixture.finance.envelopes.splice(0, OF_THE_DAY.length);
    await fixture.settle();
    expect(await run()).toMatchObject({ state: 'done' });
    const [row] = await exportsOf(owner);
    if (row === undefined) throw new Error('no export');
    expect(row).toMatchObject({ state: 'complete', messagesTotal: 0 });
    expect((await readPackage(fixture, company.tenantId, row)).verdict).toMatchObject({ holds: true, messages: 0 });
    expect(mailsTo(owner)[0]?.text).toContain('没有存档到任何消息');
  });
});

describe('before it builds, a run', () => {
  const step = async () => {
    await fixture.sweep();
    await fixture.work(['run-schedule']);
    return (await run())?.state;
  };

  it('waits for the pull, for the opening of its pages, and for the files of the day', async () => {
    expect(await step()).toBe('pulling');
    const image = { md5sum: '', filesize: 3, sdkfileid: 'QSBmaWxlIGlkIG9mIGEgdGVzdCB0aGF0IGlzIGxvbmcgZW5vdWdo' };
    const text = JSON.parse(textMessage('LinXiaoyu', MIDNIGHT + 9000, '')) as object;
    fixture.finance.archive([JSON.stringify({ ...text, msgtype: 'image', image })], company.key);
    fixture.finance.files.set(image.sdkfileid, { bytes: Buffer.from('abc') });
    await fixture.drain(['pull-archive']);
    expect(await step()).toBe('pulling');
    await fixture.drain(['open-page']);
    expect(await step()).toBe('pulling');
    await fixture.drain(['fetch-media']);
    expect(await step()).toBe('building');
    await fixture.settle();
    const [row] = await exportsOf(owner);
    expect(row).toMatchObject({ state: 'complete', messagesTotal: 4, mediaDone: 1 });
  });

  it('waits for the end of a pull, not for its first page', async () => {
    fixture.finance.archive(
      Array.from({ length: 1000 }, (_, n) => textMessage('ZhaoKai', MIDNIGHT + n, `第${n}条`)),
      company.key,
    );
    await fixture.sweep();
    fixture.killAt('pull.committed');
    await expect(fixture.drain(['pull-archive'])).rejects.toThrow(Killed);
    await fixture.drain(['open-page']);
    expect(await step()).toBe('pulling');
    fixture.clock.at += 60_000;
    await fixture.chainHandlers['pull-archive']({ tenantId: company.tenantId, connectionId: company.connectionId });
    await fixture.drain(['open-page']);
    expect(await step()).toBe('building');
    await fixture.settle();
    expect((await exportsOf(owner))[0]?.messagesTotal).toBe(1003);
  });

  it('waits for another pull when one ends badly after a page', async () => {
    await fixture.sweep();
    fixture.finance.answers.push(fixture.finance.page(0n, 2), '<html>busy</html>');
    const clock = { now: () => (fixture.clock.at += 1) };
    await pullArchive({ ...fixture.chainDeps, clock }, company.tenantId, company.connectionId);
    await fixture.drain(['open-page']);
    expect(await step()).toBe('pulling');
    await fixture.drain(['pull-archive', 'open-page']);
    expect(await step()).toBe('building');
  });

  it('waits for an answer of WeCom, but no longer than a quarter of an hour', async () => {
    fixture.finance.faults.push({ fault: 'wecom.unreachable' });
    await fixture.sweep();
    await fixture.drain();
    expect(await step()).toBe('pulling');
    fixture.clock.at += 15 * 60_000 - 1;
    expect(await step()).toBe('pulling');
    fixture.clock.at += 1;
    expect(await step()).toBe('building');
  });
});

describe('a run whose worker is killed', () => {
  const places: FailpointName[] = [
    'schedule.claimed',
    'schedule.committed',
    'export.started',
    'export.packed',
    'export.committed',
    'mail.sent',
  ];

  it.each(places)('at %s goes on to the same end', async (place) => {
    fixture.killAt(place);
    await expect(fixture.settle()).rejects.toThrow(Killed);
    await fixture.settle();
    expect(await fixture.runs(company.tenantId)).toHaveLength(1);
    expect((await run())?.state).toBe('done');
    expect(await exportsOf()).toHaveLength(2);
    for (const memberId of [owner, viewer]) {
      const mails = mailsTo(memberId);
      expect(mails.length).toBeGreaterThanOrEqual(1);
      expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(1);
      expect(new Set(mails.map((mail) => linkIn(mail.text))).size).toBe(1);
    }
    expect([...mailsTo(owner), ...mailsTo(viewer)]).toHaveLength(place === 'mail.sent' ? 3 : 2);
    const packages = await exportsOf();
    expect(fixture.packages().filter((name) => packages.some((row) => row.objectName === name))).toHaveLength(2);
  });
});

describe('a run whose people change', () => {
  const remove = (memberId: MemberId) =>
    inTenant(fixture.database, company.tenantId, (tx) => markMemberRemoved(tx, memberId));

  it('skips a recipient who was removed before', async () => {
    await remove(viewer);
    await fixture.settle();
    expect((await exportsOf()).map((row) => row.requestedBy)).toEqual([owner]);
    expect(fixture.mails).toHaveLength(1);
    expect((await run())?.state).toBe('done');
  });

  it('skips a recipient who is removed before its package is built', async () => {
    await fixture.sweep();
    await fixture.drain();
    await fixture.work(['run-schedule']);
    await remove(viewer);
    await fixture.settle();
    expect((await exportsOf(viewer))[0]).toMatchObject({ state: 'failed', fault: 'permission.missing' });
    expect([(await run())?.state, mailsTo(owner).length, mailsTo(viewer).length]).toEqual(['done', 1, 0]);
  });

  it('skips a recipient who is removed before the mail', async () => {
    await fixture.sweep();
    await fixture.drain();
    await fixture.work(['run-schedule', 'build-export']);
    expect((await run())?.state).toBe('mailing');
    await remove(viewer);
    await fixture.settle();
    expect([(await run())?.state, mailsTo(owner).length, mailsTo(viewer).length]).toEqual(['done', 1, 0]);
  });

  it('fails with the fault of an export that failed, still mails the others, and tells the company', async () => {
    const bare = await fixture.addMember(company.tenantId, 'viewer');
    await inTenant(fixture.database, company.tenantId, (tx) => deleteSchedule(tx, scheduleId, fixture.clock.at));
    scheduleId = await fixture.makeSchedule(company.tenantId, { recipients: [owner, bare], nextAt: fixture.clock.at });
    await fixture.settle();
    expect(await run()).toMatchObject({ state: 'failed', fault: 'permission.missing', finishedAt: fixture.clock.at });
    expect([mailsTo(owner).length, mailsTo(bare).length]).toEqual([1, 0]);
    const page = { before: null, limit: 10 };
    const findings = await inTenant(fixture.database, company.tenantId, (tx) => listFindings(tx, 'open', page));
    expect(findings).toMatchObject([{ fault: 'export.failed', subject: `schedule:${scheduleId}` }]);
  });

  it('without its schedule ends at once and mails nobody', async () => {
    await fixture.sweep();
    await inTenant(fixture.database, company.tenantId, (tx) => deleteSchedule(tx, scheduleId, fixture.clock.at));
    await fixture.settle();
    expect(await run()).toMatchObject({ state: 'failed', fault: 'thing.missing' });
    expect([await exportsOf(), fixture.mails]).toEqual([[], []]);
  });
});
