import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

interface RoleRow {
  readonly role: string;
  readonly roleId: string | null;
  readonly name: string | null;
  readonly members: number;
  readonly mayGive: boolean;
}

let api: TestApi;
let company: Company;
let others: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  [company, others] = [await makeCompany(api), await makeCompany(api, '邻居')];
});
afterAll(() => api.stop());

const idOf = async (browser: Browser) => (await browser.ask<{ memberId: string }>('GET', '/v1/me')).body.memberId;
const actionsOf = async (browser: Browser) => (await browser.ask<{ actions: string[] }>('GET', '/v1/me')).body.actions;
const rolesOf = async (browser: Browser) => (await browser.ask<{ items: RoleRow[] }>('GET', '/v1/roles')).body.items;
const make = (browser: Browser, body: object) => browser.ask<{ roleId: string }>('POST', '/v1/roles', { body });

describe('a role of the company', () => {
  it('is made, given, changed for its members at once, and deleted when nobody has it', async () => {
    const name = '外部律师';
    const made = await make(company.owner, { name, actions: ['view', 'hold'], reach: 'granted' });
    expect(made).toMatchObject({ status: 201, body: { role: 'custom', name, actions: ['view', 'hold'], members: 0 } });
    const { roleId } = made.body;
    const counsel = await joinCompany(api, company.owner, company.tenantId, {
      role: 'custom',
      roleId,
      employees: [],
      grants: [{ isEverything: true, actions: ['view', 'hold', 'export'] }],
    });
    expect((await counsel.ask('GET', '/v1/me')).body).toMatchObject({ role: 'custom', roleName: name });
    expect(await actionsOf(counsel)).toEqual(['view', 'hold']);
    const changed = await company.owner.ask('PATCH', `/v1/roles/${roleId}`, { body: { actions: ['view', 'export'] } });
    expect(changed.body).toMatchObject({ actions: ['view', 'export'], members: 1 });
    expect(await actionsOf(counsel)).toEqual(['view', 'export']);
    expect(await company.owner.faultOf('DELETE', `/v1/roles/${roleId}`)).toBe('role.in_use');
    const path = `/v1/members/${await idOf(counsel)}`;
    expect(await company.owner.faultOf('PATCH', path, { body: { role: 'viewer' } })).toBeUndefined();
    expect((await company.owner.ask('DELETE', `/v1/roles/${roleId}`)).status).toBe(204);
    expect(await company.owner.faultOf('PATCH', path, { body: { role: 'custom', roleId } })).toBe('request.malformed');
    expect((await rolesOf(company.owner)).map((row) => row.name)).not.toContain(name);
  });

  it('is kept while an open invitation offers it', async () => {
    const { roleId } = (await make(company.owner, { name: '访客', actions: ['see_audit'], reach: 'granted' })).body;
    const invited = await company.owner.ask<{ invitationId: string }>('POST', '/v1/invitations', {
      body: { email: 'guest@example.com', role: 'custom', roleId, language: 'en' },
    });
    expect(invited).toMatchObject({ status: 201, body: { role: 'custom', roleName: '访客' } });
    expect(await company.owner.faultOf('DELETE', `/v1/roles/${roleId}`)).toBe('role.in_use');
    await company.owner.ask('DELETE', `/v1/invitations/${invited.body.invitationId}`);
    expect((await company.owner.ask('DELETE', `/v1/roles/${roleId}`)).status).toBe(204);
  });

  it.each(['hold', 'read_searches', 'bill'])(
    'is not made or widened with %s by an admin, who has it not',
    async (action) => {
      const body = { name: `用 ${action}`, actions: ['view', action], reach: 'granted' };
      expect((await make(company.admin, body)).body).toMatchObject({ fault: 'rights.beyond_own' });
      const { roleId } = (await make(company.owner, body)).body;
      const narrow = { name: `无 ${action}`, actions: ['view'], reach: 'granted' };
      const own = (await make(company.admin, narrow)).body.roleId;
      const wider = { body: { actions: ['view', action] } };
      expect(await company.admin.faultOf('PATCH', `/v1/roles/${own}`, wider)).toBe('rights.beyond_own');
      // What is in it already is not new.
      expect(
        await company.admin.faultOf('PATCH', `/v1/roles/${roleId}`, { body: { name: `改 ${action}` } }),
      ).toBeUndefined();
      const path = `/v1/members/${await idOf(company.viewer)}`;
      expect(await company.admin.faultOf('PATCH', path, { body: { role: 'custom', roleId } })).toBe(
        'rights.beyond_own',
      );
    },
  );

  it('has a name of its own in its company, and is nobody else’s', async () => {
    const body = { name: '同名', actions: [], reach: 'granted' };
    const { roleId } = (await make(company.owner, body)).body;
    expect((await make(company.owner, body)).body).toMatchObject({ fault: 'role.name_taken', field: 'name' });
    expect((await make(others.owner, body)).status).toBe(201);
    const second = (await make(company.owner, { ...body, name: '别名' })).body.roleId;
    expect(await company.owner.faultOf('PATCH', `/v1/roles/${second}`, { body: { name: '同名' } })).toBe(
      'role.name_taken',
    );
    for (const method of ['PATCH', 'DELETE']) {
      const ask = method === 'PATCH' ? { body: { name: '夺' } } : {};
      expect(await others.owner.faultOf(method, `/v1/roles/${roleId}`, ask)).toBe('thing.missing');
      expect(await company.viewer.faultOf(method, `/v1/roles/${roleId}`, ask)).toBe('permission.missing');
    }
    expect(await company.viewer.faultOf('GET', '/v1/roles')).toBe('permission.missing');
  });

  it('stands in the list with the built-in ones, and the list says which of them may be given', async () => {
    const given = (rows: readonly RoleRow[]) =>
      rows.filter(({ mayGive, role }) => mayGive && role !== 'custom').map(({ role }) => role);
    expect(given(await rolesOf(company.owner))).toHaveLength(9);
    expect(given(await rolesOf(company.admin))).toEqual(['admin', 'auditor', 'reviewer', 'viewer', 'exporter']);
  });
});

describe('the role of a member', () => {
  const change = (by: Browser, id: string, body: object) => by.faultOf('PATCH', `/v1/members/${id}`, { body });

  it('is changed at once, and no admin makes an owner, a compliance officer or themselves more', async () => {
    const { owner, admin } = company;
    const viewer = await joinCompany(api, owner, company.tenantId, { role: 'viewer', employees: ['linxiaoyu'] });
    const id = await idOf(viewer);
    expect(await change(admin, id, { role: 'auditor' })).toBeUndefined();
    expect(await actionsOf(viewer)).toEqual(
      ['view', 'search', 'see_audit', 'see_members', 'see_completeness', 'see_settings'].toSorted(byAction),
    );
    for (const role of ['owner', 'compliance', 'legal', 'billing']) {
      expect(await change(admin, id, { role })).toBe('rights.beyond_own');
      expect(await change(admin, await idOf(admin), { role })).toBe('rights.beyond_own');
    }
    expect(await change(owner, id, { role: 'compliance' })).toBeUndefined();
    expect(await change(viewer, id, { role: 'viewer' })).toBe('permission.missing');
    expect(await change(others.owner, id, { role: 'viewer' })).toBe('thing.missing');
  });

  it('stays owner for the last one, and only an owner takes it from another', async () => {
    const { owner, admin } = company;
    const ownerId = await idOf(owner);
    expect(await change(owner, ownerId, { role: 'admin' })).toBe('member.last_owner');
    expect(await change(admin, ownerId, { role: 'viewer' })).toBe('permission.missing');
    const second = await joinCompany(api, owner, company.tenantId, { role: 'owner', employees: [] });
    expect(await change(owner, await idOf(second), { role: 'admin' })).toBeUndefined();
    expect(await change(owner, ownerId, { role: 'admin' })).toBe('member.last_owner');
  });
});

describe('who sees settings', () => {
  it('looks at all of them and changes none', async () => {
    const auditor = await joinCompany(api, company.owner, company.tenantId, { role: 'auditor', employees: [] });
    const viewer = await joinCompany(api, company.owner, company.tenantId, { role: 'viewer', employees: ['boss'] });
    const settings = [
      '/v1/connections',
      '/v1/keys',
      '/v1/api-keys',
      '/v1/invitations',
      '/v1/address-rules',
      '/v1/single-sign-on',
      '/v1/settings/reading',
    ];
    for (const path of settings) {
      expect([path, (await auditor.ask('GET', path)).status]).toEqual([path, 200]);
      if (path.endsWith('/reading')) continue;
      expect([path, await viewer.faultOf('GET', path)]).toEqual([path, 'permission.missing']);
    }
    const rule = { enabled: false, networks: [] };
    expect(await auditor.faultOf('PUT', '/v1/address-rules', { body: rule })).toBe('permission.missing');
    const role = { email: 'x@example.com', role: 'viewer', employees: ['boss'], language: 'en' };
    expect(await auditor.faultOf('POST', '/v1/invitations', { body: role })).toBe('permission.missing');
  });
});

/** As ACTIONS are ordered. */
function byAction(one: string, other: string): number {
  const order = ['view', 'search', 'see_members', 'see_audit', 'see_completeness', 'see_settings'];
  return order.indexOf(one) - order.indexOf(other);
}
