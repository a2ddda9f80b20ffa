import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { makeOrchard, ROOM, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

interface RoomPage {
  readonly items: readonly { roomId: string }[];
  readonly nextCursor: string | null;
}

const HIDDEN_ROOM = 'wrRoomOfTheBoss00000000001';

let api: TestApi;
let company: Company;
let orchard: Orchard;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  orchard = await makeOrchard(api, company);
  await orchard.talk.say({ from: 'boss', to: ['chenjie'], roomId: HIDDEN_ROOM, text: '内部' });
});
afterAll(() => api.stop());

async function list(browser: Browser, query = ''): Promise<RoomPage> {
  return (await browser.ask<RoomPage>('GET', `/v1/rooms${query}`)).body;
}

it('lists rooms by id, page by page', async () => {
  const first = await list(company.owner, '?limit=1');
  expect(first.items).toMatchObject([{ roomId: HIDDEN_ROOM, isExternal: false }]);
  const { conversationId, sentAt: firstAt } = orchard.shipping;
  expect(await list(company.owner, `?limit=1&cursor=${first.nextCursor}`)).toMatchObject({
    items: [{ roomId: ROOM, conversationId, isExternal: true, firstAt, lastAt: orchard.quote.sentAt }],
    nextCursor: null,
  });
});

it('tells a viewer of no room in which it may see nothing, and of the others what it may see', async () => {
  expect((await list(company.viewer)).items.map(({ roomId }) => roomId)).toEqual([ROOM]);
  const grant = { role: 'viewer', employees: ['zhaokai'] } as const;
  const other = await joinCompany(api, company.owner, company.tenantId, grant);
  const { sentAt } = orchard.hiddenInRoom;
  expect((await list(other)).items).toMatchObject([
    { roomId: ROOM, isExternal: false, firstAt: sentAt, lastAt: sentAt },
  ]);
});

it.each(['?cursor=%21', '?cursor=e30'])('refuses a cursor that no page gave (%s)', async (query) => {
  expect(await company.owner.faultOf('GET', `/v1/rooms${query}`)).toBe('cursor.invalid');
});
