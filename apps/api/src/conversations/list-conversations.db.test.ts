import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { CUSTOMER, makeOrchard, ROOM, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

interface ConversationPage {
  readonly items: readonly { conversationId: string; people: readonly { personKey: string }[] }[];
  readonly nextCursor: string | null;
}

let api: TestApi;
let company: Company;
let orchard: Orchard;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  orchard = await makeOrchard(api, company);
});
afterAll(() => api.stop());

async function list(browser: Browser, query = ''): Promise<ConversationPage> {
  return (await browser.ask<ConversationPage>('GET', `/v1/conversations${query}`)).body;
}

const keysOf = (people: readonly { personKey: string }[] = []) => people.map(({ personKey }) => personKey).toSorted();
const idsOf = ({ items }: ConversationPage) => items.map(({ conversationId }) => conversationId);

it('lists conversations latest first, with people and the newest message', async () => {
  const { recall, quote, hiddenPair, shipping } = orchard;
  const page = await list(company.owner);
  expect(page).toMatchObject({
    items: [
      {
        conversationId: recall.conversationId,
        kind: 'pair',
        isExternal: true,
        lastMessage: { messageId: recall.messageId, kind: 'revoke' },
      },
      {
        conversationId: quote.conversationId,
        kind: 'room',
        roomId: ROOM,
        firstAt: shipping.sentAt,
        lastAt: quote.sentAt,
        lastMessage: { messageId: quote.messageId, kind: 'file', preview: '报价单.pdf' },
      },
      {
        conversationId: hiddenPair.conversationId,
        kind: 'pair',
        isExternal: false,
        lastMessage: { preview: '芒果的价格不要外传' },
      },
    ],
    nextCursor: null,
  });
  expect(keysOf(page.items[1]?.people)).toEqual(['boss', 'linxiaoyu', CUSTOMER, 'zhaokai']);
});

it('pages without repeats, and narrows to a kind and a person', async () => {
  const ids = idsOf(await list(company.owner));
  const first = await list(company.owner, '?limit=2');
  const rest = await list(company.owner, `?limit=2&cursor=${first.nextCursor}`);
  expect([...idsOf(first), ...idsOf(rest)]).toEqual(ids);
  expect(rest.nextCursor).toBeNull();
  expect(idsOf(await list(company.owner, '?kind=room'))).toEqual([orchard.quote.conversationId]);
  expect(idsOf(await list(company.owner, '?person=zhaokai'))).toEqual([ids[1], ids[2]]);
});

it('tells a viewer only of what its employee took part in', async () => {
  const page = await list(company.viewer);
  expect(idsOf(page)).toEqual([orchard.recall.conversationId, orchard.quote.conversationId]);
  expect(keysOf(page.items[1]?.people)).toEqual(['boss', 'linxiaoyu', CUSTOMER]);
  expect((await list(company.viewer, '?person=zhaokai')).items).toEqual([]);

  const grant = { role: 'viewer', employees: ['zhaokai'] } as const;
  const other = await joinCompany(api, company.owner, company.tenantId, grant);
  const narrow = await list(other, '?kind=room');
  const { sentAt, messageId } = orchard.hiddenInRoom;
  expect(narrow.items).toMatchObject([{ firstAt: sentAt, lastAt: sentAt, lastMessage: { messageId } }]);
  expect(keysOf(narrow.items[0]?.people)).toEqual(['boss', 'zhaokai']);
});

it.each(['?cursor=%21', '?cursor=e30'])('refuses a cursor that no page gave (%s)', async (query) => {
  expect(await company.owner.faultOf('GET', `/v1/conversations${query}`)).toBe('cursor.invalid');
});
