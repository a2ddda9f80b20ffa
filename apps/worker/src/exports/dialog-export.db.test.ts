import { randomUUID } from 'node:crypto';
import { filtersOf, insertDialog, inTenant, listMessages, removeDialog, type FreezeReason } from '@highwater/db';
import type { DialogId, MemberId } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { buildExport } from './build-export.ts';
import { createHandOverFixture, type Company, type HandOverFixture } from './testing/hand-over-fixture.ts';
import { readPackage, type OpenedPackage } from './testing/read-package.ts';

const WANG = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6H';
const ROOM = 'wrTESTdAAAUo3Iy7Tr5Ew1Qa9Sd2Fg';
const MINUTE = 60_000;
const DAY = 86_400_000;
/** 2026-11-01 10:00 in the company's zone. */
const FIRST = Date.UTC(2026, 10, 1, 2);

let fixture: HandOverFixture;
let company: Company;
let owner: MemberId;
let viewer: MemberId;

/** Four messages of a room, of which Lin took part in the middle two. A day later the room and the contact have other names. */
beforeAll(async () => {
  fixture = await createHandOverFixture(inject('superuser'));
  company = await fixture.makeCompany();
  owner = await fixture.addMember(company.tenantId, 'owner');
  viewer = await fixture.addMember(company.tenantId, 'viewer', { employees: ['linxiaoyu'] });
  const said = (from: string, to: string, minutes: number, roomid: string) =>
    JSON.stringify({
      msgid: `dialog_${from}_${minutes}_${roomid}`,
      action: 'send',
      from,
      tolist: [to],
      roomid,
      msgtime: FIRST + minutes * MINUTE,
      msgtype: 'text',
      text: { content: '在吗' },
    });
  fixture.finance.archive(
    [
      said('zhaokai', WANG, 0, ROOM),
      said('LinXiaoyu', WANG, 5, ROOM),
      said(WANG, 'LinXiaoyu', 9, ROOM),
      said('zhaokai', WANG, 12, ROOM),
      said(WANG, 'LinXiaoyu', 20, ''),
    ],
    company.key,
  );
  await fixture.drain(['pull-archive', 'open-page']);
  const interval = `INSERT INTO hw.intervals
    (tenant_id, connection_id, subject, subject_key, attribute, value, seen_from, seen_until, ended_by)
    VALUES ($1, $2, $3, $4, 'name', $5, $6, $6, $7)`;
  const [before, change] = [new Date(FIRST - DAY), new Date(FIRST + DAY)];
  for (const values of [
    ['room', ROOM, '水果群', before, change],
    ['room', ROOM, '水果批发群', change, null],
    ['person', WANG, '王丽', before, change],
    ['person', WANG, '王丽丽', change, null],
  ]) {
    await fixture.read(company.tenantId, interval, [company.tenantId, company.connectionId, ...values]);
  }
});
afterAll(() => fixture.close());

async function freeze(roomId: string | null, frozenBy: MemberId, reason: FreezeReason): Promise<DialogId> {
  const dialogId = randomUUID() as DialogId;
  await inTenant(fixture.deps.database, company.tenantId, async (tx) => {
    const rows = await listMessages(tx, { kind: 'all' }, filtersOf({}), { from: null, towards: 'newer', limit: 100 });
    const messages = rows.filter((row) => row.roomId === roomId);
    const [anchor] = messages;
    if (anchor === undefined) throw new Error('Nothing was archived.');
    const { conversationId, messageId: anchorId } = anchor;
    const about = { dialogId, conversationId, anchorId, gapMinutes: 30, reason, sealedNote: null, isCut: false };
    await insertDialog(tx, { ...about, messages, frozenBy, frozenAt: FIRST + 2 * DAY });
  });
  return dialogId;
}

async function build(requestedBy: MemberId, selection: { dialogId: DialogId; from?: number }): Promise<OpenedPackage> {
  const exportId = await fixture.requestExport(company.tenantId, requestedBy, { selection });
  await buildExport(fixture.deps, company.tenantId, exportId);
  return readPackage(fixture, company.tenantId, await fixture.getExport(company.tenantId, exportId));
}

const readme = (opened: OpenedPackage, language: 'zh' | 'en') =>
  opened.entries.get(`README.${language}.txt`)?.toString() ?? '';
const dialogOf = (opened: OpenedPackage) =>
  (JSON.parse(opened.entries.get('manifest.json')?.toString() ?? '{}') as { dialog: unknown }).dialog;

it('tells which dialog it is: its conversation as it was called then, its times, its list and who froze it', async () => {
  const dialogId = await freeze(ROOM, owner, 'exported');
  const opened = await build(owner, { dialogId });
  expect(opened.verdict).toMatchObject({ holds: true, messages: 4 });
  expect(dialogOf(opened)).toMatchObject({
    dialog_id: dialogId,
    reason: 'exported',
    conversation: { kind: 'room', room_id: ROOM, name: { 'zh-CN': `水果群 (${ROOM})`, en: `水果群 (${ROOM})` } },
    first_at: { ms: FIRST },
    last_at: { ms: FIRST + 12 * MINUTE },
    gap_minutes: 30,
    frozen_at: { ms: FIRST + 2 * DAY },
    frozen_by: '王芳',
    messages: 4,
    not_visible: 0,
  });
  const chinese = readme(opened, 'zh');
  for (const line of [
    `对话    水果群 (${ROOM})\r\n`,
    '起止    2026-11-01 10:00:00 至 2026-11-01 10:12:00',
    '间隔    30 分钟',
    '清单    4 条消息，申请人的角色全部可见',
    '固定于  2026-11-03 10:00:00，由 王芳，因导出',
    `编号    对话 ${dialogId}`,
  ]) {
    expect(chinese).toContain(line);
  }
  expect(chinese).not.toContain('范围    ');
  const english = readme(opened, 'en');
  expect(english).toContain('Lasted    from 2026-11-01 10:00:00 to 2026-11-01 10:12:00');
  expect(english).toContain("List      4 messages; the asker's role sees all of them");
  expect(english).not.toContain('Range   ');
});

it('tells a narrowed reader only what it may know, and how many messages it does not see', async () => {
  const dialogId = await freeze(ROOM, owner, 'cited');
  const opened = await build(viewer, { dialogId });
  expect(opened.verdict).toMatchObject({ holds: true, messages: 2 });
  expect(dialogOf(opened)).toMatchObject({
    first_at: { ms: FIRST + 5 * MINUTE },
    last_at: { ms: FIRST + 9 * MINUTE },
    frozen_by: null,
    messages: 4,
    not_visible: 2,
  });
  expect(readme(opened, 'zh')).toContain('清单    4 条消息，其中 2 条申请人的角色不可见，未包含在内');
  expect(readme(opened, 'zh')).not.toContain('由 王芳');
  expect(readme(opened, 'en')).toContain('because it was cited');
  const own = await build(viewer, { dialogId: await freeze(ROOM, viewer, 'cited') });
  expect(dialogOf(own)).toMatchObject({ frozen_by: '王芳' });
});

it('names the people of a conversation without a room, by the names of that day, also of a citation taken back', async () => {
  const dialogId = await freeze(null, owner, 'cited');
  const at = FIRST + 3 * DAY;
  await inTenant(fixture.deps.database, company.tenantId, (tx) => removeDialog(tx, dialogId, { by: owner, at }));
  const opened = await build(owner, { dialogId });
  expect(dialogOf(opened)).toMatchObject({
    conversation: { kind: 'pair', room_id: null, name: { en: expect.stringContaining(`王丽 (${WANG})`) } },
  });
});

it('keeps the range on its cover where one was asked for, and names no dialog elsewhere', async () => {
  const narrowed = await build(owner, { dialogId: await freeze(ROOM, owner, 'exported'), from: FIRST + 8 * MINUTE });
  expect(narrowed.verdict.messages).toBe(2);
  expect(readme(narrowed, 'zh')).toContain('范围    2026-11-01 10:08:00 至 导出时');
  const exportId = await fixture.requestExport(company.tenantId, owner);
  await buildExport(fixture.deps, company.tenantId, exportId);
  const whole = await readPackage(fixture, company.tenantId, await fixture.getExport(company.tenantId, exportId));
  expect(dialogOf(whole)).toBeNull();
});
