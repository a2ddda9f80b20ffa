import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { FILE_ID, makeOrchard, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import type { SaidMessage } from '../testing/talk.ts';

interface Context {
  readonly anchorId: string;
  readonly items: readonly { messageId: string; recalledAt: number | null }[];
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
  readonly hidden: number;
}

let api: TestApi;
let company: Company;
let orchard: Orchard;
const long: SaidMessage[] = [];
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  orchard = await makeOrchard(api, company);
  for (const number of [0, 1, 2, 3, 4, 5, 6]) {
    long.push(await orchard.talk.say({ from: 'linxiaoyu', to: ['chenjie'], text: `第${number}句` }));
  }
});
afterAll(() => api.stop());

async function around(browser: Browser, said: SaidMessage | undefined, query = ''): Promise<Context> {
  return (await browser.ask<Context>('GET', `/v1/messages/${said?.messageId}/context${query}`)).body;
}

const idsOf = (items: readonly ({ messageId: string } | undefined)[]) => items.map((item) => item?.messageId);

it('reads before and after a message, oldest first, and on in both directions', async () => {
  const { owner } = company;
  const middle = await around(owner, long[3], '?before=1&after=1');
  expect(middle).toMatchObject({ anchorId: long[3]?.messageId, hidden: 0 });
  expect(idsOf(middle.items)).toEqual(idsOf([long[2], long[3], long[4]]));

  const older = await around(owner, long[3], `?before=1&cursor=${middle.olderCursor}`);
  expect(idsOf(older.items)).toEqual(idsOf([long[1]]));
  expect(older.newerCursor).toBeNull();
  const oldest = await around(owner, long[3], `?before=5&cursor=${older.olderCursor}`);
  expect(idsOf(oldest.items)).toEqual(idsOf([long[0]]));
  expect(oldest.olderCursor).toBeNull();

  const newer = await around(owner, long[3], `?after=1&cursor=${middle.newerCursor}`);
  expect(idsOf(newer.items)).toEqual(idsOf([long[5]]));
  expect(newer.olderCursor).toBeNull();
  const newest = await around(owner, long[3], `?after=5&cursor=${newer.newerCursor}`);
  expect(idsOf(newest.items)).toEqual(idsOf([long[6]]));
  expect(newest.newerCursor).toBeNull();
});

it('has nothing before the first message and nothing after the last one', async () => {
  const first = await around(company.owner, long[0], '?before=5&after=0');
  expect(idsOf(first.items)).toEqual(idsOf([long[0]]));
  expect(first.olderCursor).toBeNull();
  const last = await around(company.owner, long[6], '?before=0&after=5');
  expect(idsOf(last.items)).toEqual(idsOf([long[6]]));
  expect(last.newerCursor).toBeNull();
});

it('leaves out what a viewer may not see and says how many that are', async () => {
  const { shipping, hiddenInRoom, quote } = orchard;
  const all = await around(company.owner, shipping);
  expect(idsOf(all.items)).toEqual(idsOf([shipping, hiddenInRoom, quote]));
  expect(all.hidden).toBe(0);
  const some = await around(company.viewer, shipping);
  expect(idsOf(some.items)).toEqual(idsOf([shipping, quote]));
  expect(some.hidden).toBe(1);
});

it('knows nothing of a message that the reader may not see', async () => {
  for (const said of [orchard.hiddenInRoom, orchard.hiddenPair]) {
    for (const path of [`/v1/messages/${said.messageId}`, `/v1/messages/${said.messageId}/context`]) {
      expect(await company.viewer.faultOf('GET', path)).toBe('thing.missing');
      expect((await company.owner.ask('GET', path)).status).toBe(200);
    }
  }
  const stranger = await makeCompany(api, '陌生人');
  expect(await stranger.owner.faultOf('GET', `/v1/messages/${orchard.arrived.messageId}`)).toBe('thing.missing');
});

it('says when a message was taken back, and still shows it', async () => {
  const { mistake, recall, thanks } = orchard;
  const one = await company.viewer.ask('GET', `/v1/messages/${mistake.messageId}`);
  expect(one.body).toMatchObject({ recalledAt: recall.sentAt, message: { body: { kind: 'text', text: '发错了' } } });
  const { items } = await around(company.viewer, thanks);
  const recalls = new Map(items.map(({ messageId, recalledAt }) => [messageId, recalledAt]));
  expect(recalls.get(mistake.messageId)).toBe(recall.sentAt);
  expect(recalls.get(thanks.messageId)).toBeNull();
});

it('shows a file without the id under which WeCom hands it out', async () => {
  const path = `/v1/messages/${orchard.quote.messageId}`;
  const one = await company.owner.ask('GET', path);
  expect(one.body).toMatchObject({
    kind: 'file',
    sender: { personKey: 'boss' },
    media: [{ mediaId: orchard.quote.mediaIds[0], fileName: '报价单.pdf', state: 'wanted', url: null }],
  });
  for (const asked of [path, `${path}/context`, '/v1/conversations']) {
    expect(JSON.stringify((await company.owner.ask('GET', asked)).body)).not.toContain(FILE_ID);
  }
});

it.each(['?cursor=%21', '?cursor=e30'])('refuses a cursor that no page gave (%s)', async (query) => {
  const path = `/v1/messages/${orchard.arrived.messageId}/context${query}`;
  expect(await company.owner.faultOf('GET', path)).toBe('cursor.invalid');
});

it('tells of a message in a room its sender and whom it names; the message itself tells everybody', async () => {
  const receivers = ['wangwu', 'zhaoliu', 'chenjie'];
  const said = await orchard.talk.say({ from: 'linxiaoyu', to: receivers, roomId: 'wrMANY', text: '都在吗' });
  const { items } = (
    await company.owner.ask<{ items: { people: { personKey: string }[]; message: { to: string[] } }[] }>(
      'GET',
      `/v1/messages/${said.messageId}/context`,
    )
  ).body;
  expect(items.map(({ people, message }) => [people.map(({ personKey }) => personKey), message.to])).toEqual([
    [['linxiaoyu'], []],
  ]);
  const whole = await company.owner.ask<{ people: { personKey: string }[]; message: { to: string[] } }>(
    'GET',
    `/v1/messages/${said.messageId}`,
  );
  expect(whole.body.people.map(({ personKey }) => personKey).toSorted()).toEqual(
    ['linxiaoyu', ...receivers].toSorted(),
  );
  expect(whole.body.message.to).toEqual(receivers);
});

it('tells who the person of a card is, though they took no part', async () => {
  const said = await orchard.talk.say({
    from: 'linxiaoyu',
    to: ['wmPEAR'],
    body: { msgtype: 'card', card: { corpname: '果园', userid: 'ChenJie' } },
  });
  type Keys = readonly { personKey: string }[];
  const { body } = await company.owner.ask<{ people: Keys; named: Keys }>('GET', `/v1/messages/${said.messageId}`);
  expect(body.named.map(({ personKey }) => personKey)).toEqual(['chenjie']);
  expect(body.people.map(({ personKey }) => personKey).toSorted()).toEqual(['linxiaoyu', 'wmpear']);
});

it('gives what WeCom sent to those who run the connection, without the keys of files', async () => {
  const picture = await orchard.talk.say({
    from: 'linxiaoyu',
    to: ['chenjie'],
    body: { msgtype: 'image', image: { sdkfileid: FILE_ID, md5sum: 'a'.repeat(32), filesize: 12 } },
  });
  const path = `/v1/messages/${picture.messageId}/original`;
  const { body } = await company.owner.ask<{ original: string }>('GET', path);
  expect(JSON.parse(body.original)).toMatchObject({
    from: 'linxiaoyu',
    tolist: ['chenjie'],
    image: { sdkfileid: '***', filesize: 12 },
  });
  expect(await company.viewer.faultOf('GET', path)).toBe('permission.missing');
});
