import { findWrappedKey, inTenant } from '@highwater/db';
import type { TenantId } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import { makeCompany } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
});
afterAll(() => api.stop());

const company = { name: '北辰物流', zone: 'Asia/Shanghai', language: 'zh-CN' };

it('says who is signed in before there is a company', async () => {
  const person = await api.signUp('Wang');
  const me = await person.ask('GET', '/v1/me', { headers: { 'accept-language': 'en-GB' } });
  expect(me.body).toEqual({
    user: { name: 'Wang', email: person.email },
    tenant: null,
    memberId: null,
    role: null,
    roleName: null,
    tenants: [],
    actions: [],
    ungranted: [],
    factorRequired: null,
    outside: null,
    signOnRequired: null,
    support: { waiting: 0, open: 0, looking: null },
    language: 'en',
    scope: { kind: 'none', employees: [], departments: [] },
  });
  expect(await openBrowser(api.app).faultOf('GET', '/v1/me')).toBe('session.missing');
});

it('makes a company with data key, owner and audit line', async () => {
  const person = await api.signUp('Zhao');
  const made = await person.ask<{ tenantId: TenantId }>('POST', '/v1/me/companies', { body: company });
  expect(made).toMatchObject({ status: 201, body: company });
  const { tenantId } = made.body;
  const me = await person.ask('GET', '/v1/me');
  expect(me.body).toMatchObject({ tenant: { tenantId, ...company }, role: 'owner', scope: { kind: 'all' } });
  expect(await inTenant(api.database.database, tenantId, findWrappedKey)).toMatchObject({ version: 1 });
  expect(await api.deps.tenantKeys.subkey(tenantId, 'link')).toHaveLength(32);
  const audit = await person.ask<{ items: { event: string; memberName: string }[] }>('GET', '/v1/audit');
  expect(audit.body.items).toMatchObject([{ event: 'company.created', memberName: 'Zhao' }]);
});

it('makes one company for one idempotency key, and refuses the key for another', async () => {
  const person = await api.signUp('Qian');
  const headers = { 'idempotency-key': 'form-1' };
  const first = await person.ask('POST', '/v1/me/companies', { body: company, headers });
  const again = await person.ask('POST', '/v1/me/companies', { body: company, headers });
  expect(again.body).toEqual(first.body);
  const me = await person.ask<{ tenants: unknown[] }>('GET', '/v1/me');
  expect(me.body.tenants).toHaveLength(1);
  const other = { body: { ...company, name: '别的公司' }, headers };
  expect(await person.faultOf('POST', '/v1/me/companies', other)).toBe('idempotency.mismatch');
});

it.each([
  [{ ...company, zone: 'Asia/Nowhere' }, 'zone'],
  [{ ...company, name: ' ' }, 'name'],
  [{ ...company, language: 'fr' }, 'language'],
  [{ ...company, plan: 'free' }, 'plan'],
])('refuses a malformed company (%#) and names the field', async (body, field) => {
  const person = await api.signUp('Sun');
  const refused = await person.ask('POST', '/v1/me/companies', { body });
  expect(refused).toMatchObject({ status: 422, body: { fault: 'request.malformed', field } });
});

it('chooses the company by header, the oldest one without it, and misses one of others', async () => {
  const { owner, tenantId } = await makeCompany(api, '甲');
  const second = await owner.ask<{ tenantId: string }>('POST', '/v1/me/companies', {
    body: { ...company, name: '乙' },
  });
  const named = async (headers: Record<string, string>) =>
    (await owner.ask<{ tenant: { name: string } | null }>('GET', '/v1/me', { headers })).body.tenant?.name;
  expect(await named({})).toBe('甲');
  expect(await named({ 'highwater-tenant': second.body.tenantId })).toBe('乙');
  const stranger = await makeCompany(api, '丙');
  const headers = { 'highwater-tenant': tenantId };
  expect(await stranger.owner.faultOf('GET', '/v1/members', { headers })).toBe('thing.missing');
  expect(await owner.faultOf('GET', '/v1/members', { headers })).toBeUndefined();
});

it('keeps the language of a member', async () => {
  const { viewer } = await makeCompany(api);
  const changed = await viewer.ask('PATCH', '/v1/me', { body: { language: 'zh-CN' } });
  expect(changed.body).toMatchObject({ language: 'zh-CN', role: 'viewer' });
  expect((await viewer.ask('GET', '/v1/me')).body).toMatchObject({
    language: 'zh-CN',
    scope: { kind: 'where', employees: ['linxiaoyu'], departments: [] },
    actions: ['view', 'search', 'export'],
  });
  const homeless = await api.signUp('Li');
  expect(await homeless.faultOf('PATCH', '/v1/me', { body: { language: 'en' } })).toBe('tenant.none');
});
