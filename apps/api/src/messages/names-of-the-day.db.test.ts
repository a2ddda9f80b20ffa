import { ROW_TIME } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { knowPeople } from '../testing/know-people.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { startTalk, type SaidMessage } from '../testing/talk.ts';

const WANG = 'wmWangOfTheOrchard00000001';
const ROOM = 'wrRoomOfTheOrchard000000001';
const DAY_MS = 86_400_000;

interface Named {
  readonly messageId: string;
  readonly sender: { name: string | null; displayName: string; currentName: string | null };
  readonly people: readonly { displayName: string }[];
  readonly roomName: string | null;
}

let api: TestApi;
let company: Company;
let early: SaidMessage;
let late: SaidMessage;
let inRoom: SaidMessage;
/** 王丽 became 王丽丽 and the room its new name on the second day. */
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  const { connectionId, say } = await startTalk(api, company);
  early = await say({ from: WANG, to: ['LinXiaoyu'], text: '第一天', at: ROW_TIME });
  late = await say({ from: WANG, to: ['LinXiaoyu'], text: '第三天', at: ROW_TIME + 2 * DAY_MS });
  inRoom = await say({ from: WANG, to: ['LinXiaoyu'], roomId: ROOM, text: '群里', at: ROW_TIME });
  const know = knowPeople(api, company.tenantId, connectionId);
  const change = ROW_TIME + DAY_MS;
  await know.person(WANG, { name: '王丽丽', state: 'complete' });
  await know.interval({ key: WANG, value: '王丽', from: ROW_TIME, endedBy: change });
  await know.interval({ key: WANG, value: '王丽丽', from: change });
  await know.interval({ subject: 'room', key: ROOM, value: '水果群', from: ROW_TIME, endedBy: change });
  await know.interval({ subject: 'room', key: ROOM, value: '水果批发群', from: change });
});
afterAll(() => api.stop());

const ask = async <Body>(path: string) => (await company.owner.ask<Body>('GET', path)).body;

it('names a sender as on the day of the message, with the name of today beside it', async () => {
  const senders = async ({ messageId }: SaidMessage) => (await ask<Named>(`/v1/messages/${messageId}`)).sender;
  expect(await senders(early)).toMatchObject({ name: '王丽', displayName: '王丽', currentName: '王丽丽' });
  expect(await senders(late)).toMatchObject({ name: '王丽丽', currentName: '王丽丽' });
});

it('does so in the reader, in hits and in the list of conversations', async () => {
  const context = await ask<{ items: Named[]; conversation: { people: { displayName: string }[] } }>(
    `/v1/messages/${early.messageId}/context`,
  );
  expect(context.items.map(({ sender }) => sender.displayName)).toEqual(['王丽', '王丽丽']);
  expect(context.items.map(({ people }) => people.map(({ displayName }) => displayName).toSorted())).toEqual([
    ['LinXiaoyu', '王丽'],
    ['LinXiaoyu', '王丽丽'],
  ]);
  expect(context.conversation.people.map(({ displayName }) => displayName)).toContain('王丽');

  const { items } = await ask<{ items: Named[] }>('/v1/messages/search');
  const hits = new Map(items.map((hit) => [hit.messageId, [hit.sender.displayName, hit.roomName]]));
  expect(hits.get(late.messageId)).toEqual(['王丽丽', null]);
  expect(hits.get(early.messageId)).toEqual(['王丽', null]);
  expect(hits.get(inRoom.messageId)).toEqual(['王丽', '水果群']);

  const list = await ask<{ items: { kind: string; name: string | null; people: { displayName: string }[] }[] }>(
    '/v1/conversations',
  );
  expect(list.items).toMatchObject([
    { kind: 'pair', name: null },
    { kind: 'room', name: '水果群' },
  ]);
  expect(list.items[0]?.people.map(({ displayName }) => displayName)).toContain('王丽丽');
});
