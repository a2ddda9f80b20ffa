import { inTenant } from '@highwater/db';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { ROUTES } from '../routes.ts';
import type { Browser, Json } from '../testing/browser.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { askWithKey, comingFrom } from '../testing/program.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const OFFICE = '192.0.2.10';
const HOTEL = '198.51.100.7';

let api: TestApi;
let company: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
});
afterAll(() => api.stop());

const from = (address: string) => ({ headers: comingFrom(api, address) });
const set = (browser: Browser, body: object, address = OFFICE) =>
  browser.ask('PUT', '/v1/address-rules', { body, ...from(address) });
const RULE = { enabled: true, networks: [{ network: '192.0.2.77/24', label: '上海' }] };

describe('a rule that is on', () => {
  beforeEach(async () => {
    await set(company.owner, RULE);
  });

  it('is shown whole, with where the asker is', async () => {
    expect((await company.owner.ask('GET', '/v1/address-rules', from(OFFICE))).body).toMatchObject({
      enabled: true,
      networks: [{ network: '192.0.2.0/24', label: '上海' }],
      changedBy: 'Owner',
      yourAddress: OFFICE,
    });
  });

  it('keeps everybody out who comes from elsewhere, in words and with the address as it was seen', async () => {
    for (const browser of [company.owner, company.admin, company.viewer]) {
      expect((await browser.ask('GET', '/v1/conversations', from(OFFICE))).status).toBe(200);
      expect((await browser.ask('GET', '/v1/conversations', from(HOTEL))).body).toMatchObject({
        fault: 'address.outside',
        params: { address: HOTEL },
        title: expect.stringContaining(HOTEL),
      });
    }
  });

  it('holds on every route of the company', async () => {
    const members = ROUTES.filter(({ spec }) => spec.audience === 'member');
    const letIn: string[] = [];
    for (const { spec } of members) {
      const path = `/v1${spec.path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')}`;
      const body = spec.input.body === undefined ? {} : { body: {} };
      const fault = await company.owner.faultOf(spec.method.toUpperCase(), path, { ...body, ...from(HOTEL) });
      if (fault !== 'address.outside') letIn.push(`${spec.operation}: ${String(fault)}`);
    }
    expect(members.length).toBeGreaterThan(80);
    expect(letIn).toEqual([]);
  }, 120_000);

  it('believes no address but the one that the portal signed', async () => {
    const claimed = { 'highwater-client-address': OFFICE, 'x-forwarded-for': OFFICE, 'x-real-ip': OFFICE };
    const signedFor = comingFrom(api, HOTEL)['highwater-client-signature'] ?? '';
    for (const headers of [claimed, { ...claimed, 'highwater-client-signature': signedFor }, {}]) {
      expect(await company.owner.faultOf('GET', '/v1/conversations', { headers })).toBe('address.outside');
    }
  });

  it('leaves their other companies and their own account open', async () => {
    const made = await company.viewer.ask<{ tenantId: string }>('POST', '/v1/me/companies', {
      body: { name: '另一家', zone: 'Asia/Shanghai', language: 'zh-CN' },
      ...from(OFFICE),
    });
    const headers = { ...comingFrom(api, HOTEL), 'highwater-tenant': made.body.tenantId };
    expect((await company.viewer.ask('GET', '/v1/conversations', { headers })).status).toBe(200);
    const me = await company.owner.ask('GET', '/v1/me', from(HOTEL));
    expect(me.body).toMatchObject({
      tenant: null,
      actions: [],
      outside: { tenantId: company.tenantId, name: '青橙果业', address: HOTEL },
    });
  });

  it('leaves one line for whoever keeps trying', async () => {
    for (let tries = 0; tries < 3; tries += 1) await company.admin.ask('GET', '/v1/rooms', from(HOTEL));
    const { rows } = await inTenant(api.database.database, company.tenantId, (tx) =>
      tx.query<Json>(
        `SELECT address, count(*)::int FROM hw.audit WHERE event = 'address.refused' GROUP BY member_id, address`,
      ),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row['count'] === 1)).toBe(true);
  });

  it('holds for keys that name no networks of their own', async () => {
    const key = (networks: string[]) =>
      company.owner.ask<{ secret: string }>('POST', '/v1/api-keys', {
        body: {
          name: 'x',
          purpose: 'y',
          scopes: ['see_completeness'],
          networks,
          expiresAt: api.clock.now() + 86_400_000,
        },
        ...from(OFFICE),
      });
    const [open, own] = [(await key([])).body, (await key([HOTEL])).body];
    const status = async (secret: string, address: string) =>
      (await askWithKey(api, secret, 'GET', '/v1/findings', { from: address })).status;
    expect([await status(open.secret, OFFICE), await status(open.secret, HOTEL)]).toEqual([200, 403]);
    expect([await status(own.secret, OFFICE), await status(own.secret, HOTEL)]).toEqual([403, 200]);
  });

  it('can be taken back, and lets everybody in from the next request on', async () => {
    expect((await set(company.admin, { ...RULE, enabled: false })).status).toBe(200);
    expect((await company.owner.ask('GET', '/v1/conversations', from(HOTEL))).status).toBe(200);
    const { rows } = await inTenant(api.database.database, company.tenantId, (tx) =>
      tx.query<Json>(`SELECT detail FROM hw.audit WHERE event = 'address_rule.changed' ORDER BY at DESC LIMIT 1`),
    );
    expect(rows[0]?.['detail']).toMatchObject({ enabled: false, enabledBefore: true, networks: ['192.0.2.0/24'] });
  });
});

describe('who sets a rule', () => {
  it('does not lock themselves out, and nothing is changed by trying', async () => {
    const before = (await company.owner.ask('GET', '/v1/address-rules', from(OFFICE))).body;
    const tried = await set(company.owner, { enabled: true, networks: [{ network: HOTEL }] });
    expect(tried.body).toMatchObject({ fault: 'address.own_missing', params: { address: OFFICE } });
    expect((await company.owner.ask('GET', '/v1/address-rules', from(OFFICE))).body).toEqual(before);
    const none = await set(company.owner, { enabled: true, networks: [] });
    expect(none.body).toMatchObject({ fault: 'request.malformed', field: 'networks' });
  });

  it.each(['0.0.0.0/0', '10.0.0.0/33', 'localhost', '::ffff:192.0.2.1', 'fe80::1%eth0'])(
    'cannot name %s',
    async (network) => {
      const answer = await set(company.owner, { enabled: false, networks: [{ network }] });
      expect(answer.body['fault']).toBe('request.malformed');
    },
  );

  it('has the right to', async () => {
    expect(await company.viewer.faultOf('GET', '/v1/address-rules', from(OFFICE))).toBe('permission.missing');
    expect((await set(company.viewer, RULE)).body['fault']).toBe('permission.missing');
  });
});
