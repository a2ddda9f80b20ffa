import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { CUSTOMER, makeOrchard, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

interface PersonPage {
  readonly items: readonly { personKey: string }[];
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

async function list(browser: Browser, query = ''): Promise<PersonPage> {
  return (await browser.ask<PersonPage>('GET', `/v1/people${query}`)).body;
}

async function keys(browser: Browser, query = ''): Promise<string[]> {
  return (await list(browser, query)).items.map(({ personKey }) => personKey);
}

it('lists everybody who was seen, who talked last first, as WeCom wrote them', async () => {
  const { talk, arrived, recall } = orchard;
  const seen = { firstAt: arrived.sentAt, lastAt: recall.sentAt, connectionId: talk.connectionId };
  expect((await list(company.owner)).items).toMatchObject([
    { personKey: 'linxiaoyu', kind: 'employee', writtenAs: 'LinXiaoyu', name: null, ...seen },
    { personKey: CUSTOMER, kind: 'external_contact', ...seen },
    { personKey: 'boss', kind: 'employee', writtenAs: 'boss' },
    { personKey: 'zhaokai', kind: 'employee' },
  ]);
});

it('pages, and narrows to a kind and to a part of a name', async () => {
  const first = await list(company.owner, '?limit=3');
  expect(first.items).toHaveLength(3);
  expect(await keys(company.owner, `?limit=3&cursor=${first.nextCursor}`)).toEqual(['zhaokai']);
  expect(await keys(company.owner, '?kind=employee')).toEqual(['linxiaoyu', 'boss', 'zhaokai']);
  expect(await keys(company.owner, '?q=XIAO')).toEqual(['linxiaoyu']);
  expect(await keys(company.owner, '?q=%25')).toEqual([]);
});

it('tells a viewer of its employee and whom that one talked with, at the times it may know', async () => {
  const page = await list(company.viewer);
  expect(page.items.map(({ personKey }) => personKey)).toEqual(['boss', 'linxiaoyu', CUSTOMER]);
  expect(page.items[0]).toMatchObject({ firstAt: orchard.shipping.sentAt, lastAt: orchard.quote.sentAt });
  expect(await keys(company.viewer, '?q=zhaokai')).toEqual([]);
});

it.each(['?cursor=%21', '?cursor=e30'])('refuses a cursor that no page gave (%s)', async (query) => {
  expect(await company.owner.faultOf('GET', `/v1/people${query}`)).toBe('cursor.invalid');
});
