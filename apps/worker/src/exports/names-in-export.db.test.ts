import type { MemberId } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { buildExport } from './build-export.ts';
import { createHandOverFixture, type Company, type HandOverFixture } from './testing/hand-over-fixture.ts';
import { readPackage, type OpenedPackage, type PackedMessage } from './testing/read-package.ts';

const WANG = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6H';
const NOBODY = 'wmTESTaAAAZz9Zz9Zz9Zz9Zz9Zz9Zz';
const ROOM = 'wrTESTdAAAUo3Iy7Tr5Ew1Qa9Sd2Fg';
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2026, 10, 1);

interface NamedMessage extends PackedMessage {
  readonly sender_name: string | null;
  readonly names: Readonly<Record<string, string>>;
  readonly room_name: string | null;
}

let fixture: HandOverFixture;
let company: Company;
let owner: MemberId;
let opened: OpenedPackage;
/** 王丽 became 王丽丽 and the room got its second name a day after the first message; the other contact has no name. */
beforeAll(async () => {
  fixture = await createHandOverFixture(inject('superuser'));
  company = await fixture.makeCompany();
  owner = await fixture.addMember(company.tenantId, 'owner');
  const said = (from: string, to: string, days: number, roomid = '') =>
    JSON.stringify({
      msgid: `named_${from}_${days}_${roomid}`,
      action: 'send',
      from,
      tolist: [to],
      roomid,
      msgtime: FIRST + days * DAY_MS,
      msgtype: 'text',
      text: { content: '在吗' },
    });
  fixture.finance.archive(
    [
      said(WANG, 'LinXiaoyu', 0),
      said('LinXiaoyu', WANG, 0.1),
      said(WANG, 'LinXiaoyu', 3),
      said(NOBODY, 'LinXiaoyu', 1),
      said(WANG, 'LinXiaoyu', 0.5, ROOM),
    ],
    company.key,
  );
  await fixture.drain(['pull-archive', 'open-page']);
  const know = (sql: string, ...values: readonly unknown[]) =>
    fixture.read(company.tenantId, sql, [company.tenantId, company.connectionId, ...values]);
  const people = 'UPDATE hw.people SET name = $4 WHERE tenant_id = $1 AND connection_id = $2 AND person_key = $3';
  await know(people, WANG, '王丽丽');
  await know(people, 'linxiaoyu', '林小雨');
  const intervals = `INSERT INTO hw.intervals
    (tenant_id, connection_id, subject, subject_key, attribute, value, seen_from, seen_until, ended_by)
    VALUES ($1, $2, $3, $4, 'name', $5, $6, $6, $7)`;
  const change = new Date(FIRST + DAY_MS);
  await know(intervals, 'person', WANG, '王丽', new Date(FIRST), change);
  await know(intervals, 'person', WANG, '王丽丽', change, null);
  await know(intervals, 'room', ROOM, '水果群', new Date(FIRST), change);
  await know(intervals, 'room', ROOM, '水果批发群', change, null);
  opened = await build({ people: [] });
});
afterAll(() => fixture.close());

async function build(selection: { people: readonly string[] }): Promise<OpenedPackage> {
  const asked = { selection: selection as { people: never[] } };
  const exportId = await fixture.requestExport(company.tenantId, owner, asked);
  await buildExport(fixture.deps, company.tenantId, exportId);
  return readPackage(fixture, company.tenantId, await fixture.getExport(company.tenantId, exportId));
}

function lines(): readonly NamedMessage[] {
  return (opened.messages as readonly NamedMessage[]).toSorted((one, other) => one.sent_at - other.sent_at);
}

it('names senders and rooms as they were called when the message was sent', () => {
  const label = expect.stringMatching(/^外部联系人 [0-9A-F]{4}$/);
  expect(lines().map((line) => [line.sender_name, line.room_name])).toEqual([
    ['王丽', null],
    ['林小雨', null],
    ['王丽', '水果群'],
    [label, null],
    ['王丽丽', null],
  ]);
});

it('says of others what they were called then where it is another name than in the list of people', () => {
  expect(lines().map(({ names }) => names)).toEqual([
    { [WANG]: '王丽' },
    { [WANG]: '王丽' },
    { [WANG]: '王丽' },
    {},
    {},
  ]);
});

it('lists people with every name seen, its time, and a label for who has none', () => {
  const people = JSON.parse(opened.entries.get('people.json')?.toString() ?? '[]') as { key: string }[];
  expect(people.toSorted((one, other) => (one.key < other.key ? -1 : 1))).toMatchObject([
    { key: 'linxiaoyu', name: '林小雨', label: null, names: [] },
    {
      key: WANG,
      name: '王丽丽',
      names: [
        { name: '王丽', seen_from: FIRST, ended_by: FIRST + DAY_MS },
        { name: '王丽丽', seen_from: FIRST + DAY_MS, ended_by: null },
      ],
    },
    { key: NOBODY, name: null, label: expect.stringMatching(/^外部联系人 [0-9A-F]{4}$/) },
  ]);
  expect(opened.verdict.holds).toBe(true);
});

it('names the people that were asked for on its cover, each with the id', async () => {
  const narrowed = await build({ people: ['linxiaoyu'] });
  expect(narrowed.entries.get('README.zh.txt')?.toString()).toContain('林小雨 (linxiaoyu)');
});
