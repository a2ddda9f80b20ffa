import { addMessages, ROW_TIME } from '@highwater/testkit';
import { inTenant } from '@highwater/db';
import type { ConversationId, PersonKey } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { startTalk, type SaidMessage, type Talk } from '../testing/talk.ts';

interface Timeline {
  readonly items: readonly { messageId: string; conversationId: string; startsDialog: boolean }[];
  readonly conversations: readonly { conversationId: string; people: readonly { personKey: string }[] }[];
  readonly people: readonly { personKey: string }[];
  readonly atId: string | null;
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
}

const CUSTOMER = 'wmCustomerOfTheTimeline001';
const ELSEWHERE = 'wmCustomerOfTheTimeline002';
const ROOM = 'wrRoomOfTheTimeline00000001';
const MINUTE = 60_000;
const DAY = 86_400_000;
const START = ROW_TIME + 10 * DAY;

let api: TestApi;
let company: Company;
let talk: Talk;
const said: SaidMessage[] = [];
/** Those that the viewer may not see. */
const hidden = new Set<string>();

beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  talk = await startTalk(api, company);
  const lines = [
    { from: 'linxiaoyu', to: [CUSTOMER], minute: 0 },
    { from: CUSTOMER, to: ['boss'], minute: 1 },
    { from: ELSEWHERE, to: ['linxiaoyu'], minute: 2 },
    { from: 'linxiaoyu', to: ['boss', CUSTOMER], roomId: ROOM, minute: 3 },
    { from: CUSTOMER, to: ['linxiaoyu'], minute: 20 },
    { from: 'boss', to: ['zhaokai'], minute: 21 },
    { from: CUSTOMER, to: ['linxiaoyu'], minute: 51 },
    { from: CUSTOMER, to: ['boss'], minute: 52 },
  ];
  for (const { minute, ...line } of lines) {
    const one = await talk.say({ ...line, text: `第${minute}分`, at: START + minute * MINUTE });
    if (!line.to.includes('zhaokai')) said.push(one);
    if (line.from !== 'linxiaoyu' && !line.to.includes('linxiaoyu')) hidden.add(one.messageId);
  }
  await inTenant(api.database.database, company.tenantId, (tx) =>
    tx.query(`UPDATE hw.people SET unionid = 'one person' WHERE tenant_id = $1 AND person_key = ANY($2::text[])`, [
      tx.tenantId,
      [CUSTOMER, ELSEWHERE],
    ]),
  );
});
afterAll(() => api.stop());

const pathOf = (key: string) => `/v1/people/${talk.connectionId}/${key}/timeline`;
async function read(browser: Browser, query = '', key = CUSTOMER): Promise<Timeline> {
  return (await browser.ask<Timeline>('GET', `${pathOf(key)}${query}`)).body;
}
const idsOf = (items: readonly { messageId: string }[]) => items.map(({ messageId }) => messageId);
const seen = () => said.filter(({ messageId }) => !hidden.has(messageId));

it('has everything of one customer in one order, whichever id is asked for', async () => {
  for (const key of [CUSTOMER, ELSEWHERE]) {
    const whole = await read(company.owner, '', key);
    expect(idsOf(whole.items)).toEqual(idsOf(said));
    expect(whole.people.map(({ personKey }) => personKey)).toEqual([CUSTOMER, ELSEWHERE]);
    expect(whole).toMatchObject({ olderCursor: null, newerCursor: null, atId: null });
    const conversations = new Set(said.map(({ conversationId }) => conversationId));
    expect(new Set(whole.conversations.map(({ conversationId }) => conversationId))).toEqual(conversations);
  }
});

it('shows a viewer its own part, and tells it nothing of the rest', async () => {
  const part = await read(company.viewer);
  expect(idsOf(part.items)).toEqual(idsOf(seen()));
  const conversations = new Set(seen().map(({ conversationId }) => conversationId));
  expect(part.conversations).toHaveLength(conversations.size);
  expect(await company.viewer.faultOf('GET', pathOf('zhaokai'))).toBe('thing.missing');
  const stranger = await makeCompany(api, '陌生人');
  expect(await stranger.owner.faultOf('GET', pathOf(CUSTOMER))).toBe('thing.missing');
});

it('begins dialogs by the conversation of each message', async () => {
  const starts = async (query: string) => (await read(company.owner, query)).items.map((item) => item.startsDialog);
  // The first of every conversation; 31 minutes lie between the 20th and the 51st, and 51 between the two with the boss.
  expect(await starts('')).toEqual([true, true, true, true, false, true, true]);
  expect(await starts('?gap=31')).toEqual([true, true, true, true, false, false, true]);
});

it('jumps to a time and reads on in both directions without repeats', async () => {
  for (const [browser, all] of [
    [company.owner, said],
    [company.viewer, seen()],
  ] as const) {
    const middle = await read(browser, `?at=${START + 3 * MINUTE}&limit=2`);
    expect(middle.atId).toBe(said[3]?.messageId);
    const parts = [middle];
    for (let cursor = middle.olderCursor; cursor !== null;) {
      const part = await read(browser, `?limit=1&cursor=${cursor}`);
      parts.unshift(part);
      cursor = part.olderCursor;
    }
    for (let cursor = middle.newerCursor; cursor !== null;) {
      const part = await read(browser, `?limit=1&cursor=${cursor}`);
      parts.push(part);
      cursor = part.newerCursor;
    }
    expect(parts.flatMap(({ items }) => idsOf(items))).toEqual(idsOf(all));
    const beyond = await read(browser, `?at=${START + DAY}&limit=2`);
    expect([beyond.atId, beyond.newerCursor]).toEqual([all.at(-1)?.messageId, null]);
  }
});

it('passes over what a viewer may not see, however much that is', async () => {
  const boss = said[1];
  const many = Array.from({ length: 1300 }, (_, index) => ({
    sentAt: START + 3 * DAY + index * 100_000,
    people: [CUSTOMER, 'boss'] as PersonKey[],
    conversationId: boss?.conversationId as ConversationId,
  }));
  await inTenant(api.database.database, company.tenantId, (tx) => addMessages(tx, talk.connectionId, many));
  const last = await talk.say({ from: CUSTOMER, to: ['linxiaoyu'], text: '还在吗', at: START + 9 * DAY });
  expect(idsOf((await read(company.viewer)).items)).toEqual([...idsOf(seen()), last.messageId]);
  const jump = await read(company.viewer, `?at=${START + 3 * DAY}&limit=2`);
  expect(jump.atId).toBe(last.messageId);
  const days = await company.viewer.ask<{ days: { count: number }[] }>(
    'GET',
    `${pathOf(CUSTOMER)}/days?from=${START - DAY}&until=${START + 20 * DAY}`,
  );
  expect(days.body.days.map(({ count }) => count)).toEqual([seen().length, 1]);
});
