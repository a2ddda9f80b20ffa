import { inTenant } from '@highwater/db';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

interface Saved {
  readonly searchId: string;
  readonly name: string;
  readonly query: unknown;
}

let api: TestApi;
let company: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
});
afterAll(() => api.stop());

const QUERY = {
  q: '退款 OR 退货',
  person: ['linxiaoyu'],
  kind: ['text'],
  direction: ['inbound'],
  media: false,
  recalled: true,
  unanswered: true,
  from: 1_700_000_000_000,
  until: 1_800_000_000_000,
};

const save = (browser: Browser, name: string, query: object = QUERY) =>
  browser.ask<Saved>('POST', '/v1/saved-searches', { body: { name, query } });
const list = async (browser: Browser) =>
  (await browser.ask<{ items: readonly Saved[] }>('GET', '/v1/saved-searches')).body.items;

it('keeps a search for the member alone, sealed, and gives it back as it was', async () => {
  const { status, body } = await save(company.owner, '  等待退款  ');
  expect({ status, body }).toMatchObject({ status: 201, body: { name: '等待退款', query: QUERY } });
  expect(await list(company.owner)).toContainEqual(body);
  expect(await list(company.viewer)).toEqual([]);
  const { rows } = await inTenant(api.deps.database, company.tenantId, (tx) =>
    tx.query<{ whole: string }>(`SELECT encode(query_sealed, 'escape') AS whole FROM hw.saved_searches`),
  );
  expect(rows[0]?.whole).not.toContain('linxiaoyu');
  expect(await company.viewer.faultOf('DELETE', `/v1/saved-searches/${body.searchId}`)).toBe('thing.missing');
  expect((await company.owner.ask('DELETE', `/v1/saved-searches/${body.searchId}`)).status).toBe(204);
  expect(await list(company.owner)).toEqual([]);
  expect(await company.owner.faultOf('DELETE', `/v1/saved-searches/${body.searchId}`)).toBe('thing.missing');
});

it('keeps a range as it is told', async () => {
  const { body } = await save(company.owner, '近来', { q: '退款', range: '30d' });
  expect(body.query).toEqual({ q: '退款', range: '30d' });
  expect(await list(company.owner)).toContainEqual(body);
  expect(
    await company.owner.faultOf('POST', '/v1/saved-searches', { body: { name: '永远', query: { range: '31d' } } }),
  ).toBe('request.malformed');
  await company.owner.ask('DELETE', `/v1/saved-searches/${body.searchId}`);
});

it('takes a name once per member', async () => {
  expect((await save(company.owner, '合同')).status).toBe(201);
  expect(await company.owner.faultOf('POST', '/v1/saved-searches', { body: { name: '合同', query: {} } })).toBe(
    'saved_search.name_taken',
  );
  expect((await save(company.viewer, '合同')).status).toBe(201);
});

it('keeps at most a hundred', async () => {
  const other = await joinCompany(api, company.owner, company.tenantId, { role: 'viewer', employees: ['zhaokai'] });
  for (let number = 1; number <= 100; number += 1) expect((await save(other, `第 ${number} 个`, {})).status).toBe(201);
  expect(await other.faultOf('POST', '/v1/saved-searches', { body: { name: '再一个', query: {} } })).toBe(
    'saved_search.too_many',
  );
  const [first] = await list(other);
  await other.ask('DELETE', `/v1/saved-searches/${first?.searchId}`);
  expect((await save(other, '再一个', {})).status).toBe(201);
});

it.each([
  { name: '', query: {} },
  { name: 'x'.repeat(81), query: {} },
  { name: 'x', query: { q: 'x'.repeat(501) } },
  { name: 'x', query: { direction: ['sideways'] } },
  { name: 'x', query: { surprise: 1 } },
])('refuses what is no search: %j', async (body) => {
  expect(await company.owner.faultOf('POST', '/v1/saved-searches', { body })).toBe('request.malformed');
});
