import { ROW_TIME } from '@highwater/testkit';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { CUSTOMER, makeOrchard, ROOM } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { startTalk } from '../testing/talk.ts';

interface Facets {
  readonly total: { readonly atLeast: number; readonly atMost: number };
  readonly days: readonly { readonly day: string; readonly count: number }[];
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly directions: readonly { readonly direction: string; readonly count: number }[];
  readonly people: readonly { readonly person: { readonly personKey: string }; readonly count: number }[];
  readonly rooms: readonly { readonly roomId: string; readonly count: number }[];
}

let api: TestApi;
let company: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  await makeOrchard(api, company);
});
afterAll(() => api.stop());

const facets = async (who: Browser, query: string): Promise<Facets> => {
  const { status, body } = await who.ask<Facets>('GET', `/v1/messages/facets?${query}`);
  expect(status).toBe(200);
  return body;
};
const peopleOf = ({ people }: Facets) => people.map(({ person, count }) => [person.personKey, count]);

describe('the numbers of a search', () => {
  it('are spread over kinds, directions, people and rooms', async () => {
    const all = await facets(company.owner, '');
    expect(all).toMatchObject({
      total: { atLeast: 8, atMost: 8 },
      kinds: [
        { kind: 'text', count: 6 },
        { kind: 'file', count: 1 },
        { kind: 'revoke', count: 1 },
      ],
      rooms: [{ roomId: ROOM, count: 3 }],
      engine: 'postgres',
    });
    expect(all.days.reduce((sum, { count }) => sum + count, 0)).toBe(8);
    expect(peopleOf(all)).toEqual(
      expect.arrayContaining([
        ['linxiaoyu', 6],
        [CUSTOMER, 6],
        ['boss', 4],
        ['zhaokai', 2],
      ]),
    );
  });

  it('are those that the same search finds, for each reader', async () => {
    for (const who of [company.owner, company.viewer]) {
      for (const query of [
        '',
        'q=%E8%8A%92',
        'q=%E8%8A%92%E6%9E%9C%E7%A4%BC%E7%9B%92',
        'direction=inbound',
        'media=true',
        `room=${ROOM}`,
        'recalled=true',
        'kind=file',
        'q=-%E8%8A%92',
      ]) {
        const { body } = await who.ask<{ items: readonly object[] }>('GET', `/v1/messages/search?${query}`);
        const { total } = await facets(who, query);
        expect({ query, total }).toEqual({ query, total: { atLeast: body.items.length, atMost: body.items.length } });
      }
    }
  });

  it('name nobody and count nothing that the reader may not see', async () => {
    const seen = await facets(company.viewer, '');
    expect(seen.total).toEqual({ atLeast: 6, atMost: 6 });
    expect(seen.rooms).toEqual([expect.objectContaining({ roomId: ROOM, count: 2 })]);
    expect(peopleOf(seen).map(([key]) => key)).not.toContain('zhaokai');
    expect(await facets(company.viewer, 'person=zhaokai')).toMatchObject({
      total: { atMost: 0 },
      people: [],
      days: [],
    });
  });
});

it('counts opened messages, not candidates, where there are few of them', async () => {
  const talk = await startTalk(api, company);
  // All pairs of the word stand in both, the word itself in one.
  await talk.say({ from: 'linxiaoyu', to: ['boss'], text: '樱桃蛋糕店' });
  await talk.say({ from: 'linxiaoyu', to: ['boss'], text: '蛋糕店旁有樱桃蛋' });
  const word = encodeURIComponent('樱桃蛋糕店');
  expect(await facets(company.owner, `q=${word}`)).toMatchObject({
    total: { atLeast: 1, atMost: 1 },
    kinds: [{ kind: 'text', count: 1 }],
    people: [{ count: 1 }, { count: 1 }],
  });
});

it('follows a recall that comes before its message, and one that comes after', async () => {
  const talk = await startTalk(api, company);
  const say = (msgid: string) => talk.say({ from: 'linxiaoyu', to: ['boss'], text: '枇杷', msgid, at: ROW_TIME });
  const takeBack = (msgid: string) =>
    talk.say({ from: 'linxiaoyu', to: ['boss'], body: { msgtype: 'revoke', revoke: { pre_msgid: msgid } } });
  const word = encodeURIComponent('枇杷');
  const recalled = async () => (await facets(company.owner, `q=${word}&recalled=true`)).total.atMost;
  await takeBack('early');
  await say('early');
  await say('late');
  expect(await recalled()).toBe(1);
  await takeBack('late');
  expect(await recalled()).toBe(2);
  expect((await facets(company.owner, `q=${word}&recalled=false`)).total.atMost).toBe(0);
});

it('is audited without the words', async () => {
  await facets(company.owner, `q=${encodeURIComponent('芒果')}`);
  const { body } = await company.owner.ask<{ items: readonly { event: string; detail: object }[] }>('GET', '/v1/audit');
  expect(body.items[0]).toMatchObject({ event: 'messages.counted', detail: { words: 1 } });
  expect(JSON.stringify(body.items[0])).not.toContain('芒果');
});
