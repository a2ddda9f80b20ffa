import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ROUTES } from './routes.ts';
import { openBrowser, type Browser } from './testing/browser.ts';
import { makeCompany } from './testing/company.ts';
import { startApi, type TestApi } from './testing/start-api.ts';

let api: TestApi;
let homeless: Browser;
let foreignTenant: string;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  homeless = await api.signUp('Homeless');
  foreignTenant = (await makeCompany(api)).tenantId;
});
afterAll(() => api.stop());

/** What each audience is refused with before anything is looked up. */
const REFUSALS = {
  anyone: { nobody: null, homeless: null, foreigner: null },
  'signed-in': { nobody: 'session.missing', homeless: null, foreigner: null },
  member: { nobody: 'session.missing', homeless: 'tenant.none', foreigner: 'thing.missing' },
  operator: { nobody: 'session.missing', homeless: 'session.missing', foreigner: 'session.missing' },
} as const;

const rows = ROUTES.map(({ spec }) => ({
  method: spec.method.toUpperCase(),
  path: `/v1${spec.path.replaceAll(/\{\w+\}/g, '0198c0de-0000-7000-8000-000000000000')}`,
  audience: spec.audience,
}));

it.each(rows)(
  '$method $path refuses whoever is not of its audience ($audience)',
  async ({ method, path, audience }) => {
    const expected = REFUSALS[audience];
    const nobody = openBrowser(api.app);
    const ask = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
    if (expected.nobody !== null) expect(await nobody.faultOf(method, path, ask)).toBe(expected.nobody);
    if (expected.homeless !== null) expect(await homeless.faultOf(method, path, ask)).toBe(expected.homeless);
    const headers = { 'highwater-tenant': foreignTenant };
    if (expected.foreigner !== null) {
      expect(await homeless.faultOf(method, path, { ...ask, headers })).toBe(expected.foreigner);
    }
  },
);

it('has a route for every audience', () => {
  expect(new Set(rows.map(({ audience }) => audience))).toEqual(new Set(Object.keys(REFUSALS)));
});
