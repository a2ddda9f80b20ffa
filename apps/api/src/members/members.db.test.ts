import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

interface MemberPage {
  readonly items: readonly { memberId: string; email: string; role: string; employees: readonly string[] }[];
  readonly nextCursor: string | null;
}

let api: TestApi;
let company: Company;
let others: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
});
afterAll(() => api.stop());

async function membersOf(browser: Browser): Promise<MemberPage['items']> {
  return (await browser.ask<MemberPage>('GET', '/v1/members')).body.items;
}

async function idOf(browser: Browser, email: string): Promise<string> {
  return (await membersOf(browser)).find((member) => member.email === email)?.memberId ?? 'nobody';
}

it('lists members with their grants to admins, page by page, and not to viewers', async () => {
  const { owner, admin, viewer } = company;
  const first = await admin.ask<MemberPage>('GET', '/v1/members?limit=2');
  expect(first.body.items).toMatchObject([
    { email: owner.email, role: 'owner', employees: [] },
    { email: admin.email, role: 'admin', employees: [] },
  ]);
  const rest = await admin.ask<MemberPage>('GET', `/v1/members?limit=2&cursor=${first.body.nextCursor}`);
  expect(rest.body).toMatchObject({
    items: [{ email: viewer.email, role: 'viewer', employees: ['linxiaoyu'] }],
    nextCursor: null,
  });
  expect(await viewer.faultOf('GET', '/v1/members')).toBe('permission.missing');
});

it.each(['cursor=%21', 'cursor=e30', `cursor=${Buffer.from('{"joinedAt":"x"}').toString('base64url')}`])(
  'refuses a cursor that no page gave (%s)',
  async (query) => {
    expect(await company.owner.faultOf('GET', `/v1/members?${query}`)).toBe('cursor.invalid');
  },
);

it.each(['limit=0', 'limit=201', 'limit=two', 'page=2'])('refuses the query %s', async (query) => {
  const refused = await company.owner.ask('GET', `/v1/members?${query}`);
  expect(refused.body).toMatchObject({ fault: 'request.malformed', field: query.split('=')[0] });
});

it('removes a member at once: the open session has no company any more', async () => {
  const leaver = await joinCompany(api, company.owner, company.tenantId, { role: 'viewer', employees: ['zhaokai'] });
  const memberId = await idOf(company.owner, leaver.email);
  expect(await others.admin.faultOf('DELETE', `/v1/members/${memberId}`)).toBe('thing.missing');
  expect(await company.viewer.faultOf('DELETE', `/v1/members/${memberId}`)).toBe('permission.missing');
  expect(await leaver.faultOf('GET', '/v1/overview')).toBeUndefined();
  expect((await company.admin.ask('DELETE', `/v1/members/${memberId}`)).status).toBe(204);
  expect(await leaver.faultOf('GET', '/v1/overview')).toBe('tenant.none');
  expect(await company.admin.faultOf('DELETE', `/v1/members/${memberId}`)).toBe('thing.missing');
});

it('protects the last owner, and owners from admins', async () => {
  const memberId = await idOf(company.owner, company.owner.email);
  expect(await company.owner.faultOf('DELETE', `/v1/members/${memberId}`)).toBe('member.last_owner');
  expect(await company.admin.faultOf('DELETE', `/v1/members/${memberId}`)).toBe('permission.missing');
});

it('replaces what a viewer may see, down to nothing', async () => {
  const viewer = await joinCompany(api, company.owner, company.tenantId, { role: 'viewer', employees: ['linxiaoyu'] });
  const path = `/v1/grants/${await idOf(company.owner, viewer.email)}`;
  const scopeOf = async () => (await viewer.ask('GET', '/v1/me')).body['scope'];
  expect(await others.admin.faultOf('PUT', path, { body: { employees: ['boss'] } })).toBe('thing.missing');
  expect(await viewer.faultOf('PUT', path, { body: { employees: ['boss'] } })).toBe('permission.missing');
  expect(await scopeOf()).toEqual({ kind: 'where', employees: ['linxiaoyu'], departments: [] });
  const changed = await company.admin.ask('PUT', path, { body: { employees: ['zhaokai', 'chenjie', 'zhaokai'] } });
  expect(changed.body['employees']).toEqual(['chenjie', 'zhaokai']);
  expect(await scopeOf()).toEqual({ kind: 'where', employees: ['chenjie', 'zhaokai'], departments: [] });
  await company.admin.ask('PUT', path, { body: { employees: [] } });
  expect(await scopeOf()).toEqual({ kind: 'none', employees: [], departments: [] });
});

it('gives no grants to those who see everything', async () => {
  const path = `/v1/grants/${await idOf(company.owner, company.admin.email)}`;
  expect(await company.owner.faultOf('PUT', path, { body: { employees: ['linxiaoyu'] } })).toBe('request.conflict');
});

it('keeps a line for what was done and for what was refused, for admins of this company only', async () => {
  const audit = await company.admin.ask<{ items: { event: string; subject: string; memberName: string }[] }>(
    'GET',
    '/v1/audit?limit=200',
  );
  const lines = audit.body.items.map(({ event, memberName }) => `${memberName} ${event}`);
  expect(lines).toContain('admin member.removed');
  expect(lines).toContain('admin grant.changed');
  expect(audit.body.items).toContainEqual(
    expect.objectContaining({ event: 'access.denied', memberName: 'viewer', subject: 'route:/v1/members' }),
  );
  expect(await company.viewer.faultOf('GET', '/v1/audit')).toBe('permission.missing');
  const foreign = await others.admin.ask<{ items: { event: string }[] }>('GET', '/v1/audit?limit=200');
  expect(foreign.body.items.map(({ event }) => event)).not.toContain('member.removed');
});
