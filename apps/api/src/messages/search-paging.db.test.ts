import { ROW_TIME } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { startTalk } from '../testing/talk.ts';

interface SearchPage {
  readonly items: readonly { messageId: string }[];
  readonly nextCursor: string | null;
}

let api: TestApi;
let company: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
});
afterAll(() => api.stop());

it.each([['?limit=2'], ['?limit=2&q=%E6%A9%99']])(
  'pages without repeats or gaps while newer messages arrive (%s)',
  async (query) => {
    const talk = await startTalk(api, company);
    const path = `/v1/messages/search${query}&person=linxiaoyu&from=${ROW_TIME}`;
    const saying = { from: 'linxiaoyu', to: ['boss'], text: '橙子' };
    const before = new Set<string>();
    // Three at the same moment: the id decides between them.
    for (const at of [1, 2, 2, 2, 3]) before.add((await talk.say({ ...saying, at: ROW_TIME + at })).messageId);
    const pages: string[][] = [];
    let cursor: string | null = '';
    while (cursor !== null && pages.length < 10) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await company.owner.ask<SearchPage>('GET', `${path}${from}`);
      pages.push(body.items.map(({ messageId }) => messageId));
      cursor = body.nextCursor;
      await talk.say({ ...saying, at: ROW_TIME + 1000 + pages.length });
    }
    const seen = pages.flat().filter((id) => before.has(id));
    expect(
      pages
        .map((page) => page.length)
        .slice(0, -1)
        .every((length) => length === 2),
    ).toBe(true);
    expect(new Set(pages.flat()).size).toBe(pages.flat().length);
    expect(new Set(seen)).toEqual(before);
  },
);

it.each(['%21', 'e30', Buffer.from('{"sentAt":"x","messageId":"y"}').toString('base64url')])(
  'refuses the cursor %s, which no page gave',
  async (cursor) => {
    const refused = await company.owner.ask('GET', `/v1/messages/search?q=x&cursor=${cursor}`);
    expect(refused).toMatchObject({ status: 422, body: { fault: 'cursor.invalid', field: 'cursor' } });
  },
);
