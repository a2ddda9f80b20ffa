import { addOperator } from '@highwater/db';
import type { UserId } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeArchive } from '../testing/archive.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let company: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  await makeArchive(api, company);
});
afterAll(() => api.stop());

it('shows operators the health of every company and nothing of its content', async () => {
  const operator = await api.signUp('Operator');
  expect(await operator.faultOf('GET', '/v1/operator/tenants')).toBe('thing.missing');
  const session = await operator.ask<{ user: { id: UserId } }>('GET', '/auth/get-session');
  await addOperator(api.database.login('hw_migrator'), session.body.user.id, api.clock.now());
  const tenants = await operator.ask<{ items: object[] }>('GET', '/v1/operator/tenants');
  expect(tenants.body.items).toMatchObject([
    { tenantId: company.tenantId, members: 3, connections: 1, messages: 4, openFindings: 0 },
  ]);
  expect(Object.keys(tenants.body.items[0] ?? {})).not.toContain('employees');
  expect((await operator.ask('GET', '/v1/me')).body).toMatchObject({ operator: true, tenant: null });
  expect(await operator.faultOf('GET', '/v1/members')).toBe('tenant.none');
  expect(await company.owner.faultOf('GET', '/v1/operator/tenants')).toBe('thing.missing');
});
