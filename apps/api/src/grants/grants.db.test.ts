import { inTenant, savePeople } from '@highwater/db';
import type { PersonKey } from '@highwater/domain';
import { addConnection, ROW_TIME } from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

interface Grant {
  readonly grantId: string;
  readonly employees: readonly string[];
  readonly granterName: string;
}
interface Member {
  readonly memberId: string;
  readonly role: string;
  readonly personKey: string | null;
  readonly grants: readonly Grant[];
}

let api: TestApi;
let company: Company;
let others: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  [company, others] = [await makeCompany(api), await makeCompany(api, '邻居')];
  await inTenant(api.database.database, company.tenantId, async (tx) => {
    const connectionId = await addConnection(tx);
    const seen = { isExternal: false, firstAt: ROW_TIME, lastAt: ROW_TIME };
    const people = ['linxiaoyu', 'zhaokai'].map((key) => ({
      personKey: key as PersonKey,
      writtenAs: key,
      kind: 'employee' as const,
      ...seen,
    }));
    await savePeople(tx, connectionId, people);
  });
});
afterAll(() => api.stop());

const join = (role: 'viewer' | 'admin' | 'auditor' | 'legal', grants: readonly object[] = []) =>
  joinCompany(api, company.owner, company.tenantId, {
    role,
    employees: role === 'viewer' ? ['linxiaoyu'] : [],
    grants,
  });
const idOf = async (browser: Browser) => (await browser.ask<{ memberId: string }>('GET', '/v1/me')).body.memberId;
const actionsOf = async (browser: Browser) => (await browser.ask<{ actions: string[] }>('GET', '/v1/me')).body.actions;
const memberOf = async (id: string) => (await company.owner.ask<Member>('GET', `/v1/members/${id}`)).body;
const lastEvent = async (event: string) => {
  const rows = await inTenant(api.database.database, company.tenantId, (tx) =>
    tx.query<{ detail: unknown }>('SELECT detail FROM hw.audit WHERE event = $1 ORDER BY at DESC, audit_id LIMIT 1', [
      event,
    ]),
  );
  return rows.rows[0]?.detail;
};

describe('grants of a member', () => {
  let viewer: Browser;
  let path: string;
  beforeEach(async () => {
    viewer = await join('viewer');
    path = `/v1/members/${await idOf(viewer)}/grants`;
  });

  it('are added, changed and revoked one by one, and logged with before and after', async () => {
    const body = { rooms: ['wrTESTroom'], actions: ['view'], note: '项目复盘', expiresAt: api.clock.now() + 60_000 };
    const added = await company.admin.ask<Member>('POST', path, { body });
    expect(added.status).toBe(201);
    expect(added.body.grants).toMatchObject([
      { employees: ['linxiaoyu'], actions: ['view', 'search', 'export'], granterName: 'Owner' },
      { rooms: ['wrTESTroom'], actions: ['view'], note: '项目复盘', granterName: 'admin', isExpired: false },
    ]);
    expect(await lastEvent('grant.added')).toMatchObject({
      after: expect.arrayContaining(['action:view', 'room:wrTESTroom']),
      note: '项目复盘',
    });
    const id = added.body.grants[1]?.grantId;
    const changed = await company.admin.ask<Member>('PUT', `${path}/${id}`, { body: { customers: ['wmTESTwu'] } });
    expect(changed.body.grants[1]).toMatchObject({ grantId: id, rooms: [], customers: ['wmTESTwu'], expiresAt: null });
    expect(await lastEvent('grant.changed')).toMatchObject({
      before: expect.arrayContaining(['room:wrTESTroom']),
      after: expect.arrayContaining(['customer:wmTESTwu']),
    });
    expect((await company.admin.ask('DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await company.admin.ask<{ items: unknown[] }>('GET', path)).body.items).toHaveLength(1);
    expect(await company.admin.faultOf('DELETE', `${path}/${id}`)).toBe('thing.missing');
    expect(await lastEvent('grant.revoked')).toMatchObject({ before: expect.arrayContaining(['customer:wmTESTwu']) });
  });

  it('hold from the next request on and end by themselves', async () => {
    const bare = await company.admin.ask('PUT', `/v1/grants/${await idOf(viewer)}`, { body: { employees: [] } });
    expect(bare.status).toBe(200);
    expect(await actionsOf(viewer)).toEqual([]);
    const expiresAt = api.clock.now() + 60_000;
    await company.admin.ask('POST', path, { body: { isEverything: true, actions: ['view', 'search'], expiresAt } });
    expect(await actionsOf(viewer)).toEqual(['view', 'search']);
    api.clock.shift(60_000);
    expect(await actionsOf(viewer)).toEqual([]);
    expect(await memberOf(await idOf(viewer))).toMatchObject({ grants: [{ isExpired: true }] });
  });

  it.each([
    ['nothing', {}, 'grant'],
    ['only types', { kinds: ['text'] }, 'grant'],
    ['everything and somebody', { isEverything: true, employees: ['a'] }, 'grant'],
    ['a period that ends before it begins', { isSelf: true, sentFrom: 2, sentUntil: 1 }, 'sentUntil'],
    ['an end that is over', { isSelf: true, expiresAt: 1 }, 'expiresAt'],
    ['no action', { isSelf: true, actions: [] }, 'actions'],
  ])('name %s and are refused', async (_about, body, field) => {
    expect((await company.admin.ask('POST', path, { body })).body).toMatchObject({ fault: 'request.malformed', field });
  });

  it('belong to one company, and only who manages roles touches them', async () => {
    const body = { isEverything: true };
    expect(await others.owner.faultOf('POST', path, { body })).toBe('thing.missing');
    expect(await others.owner.faultOf('GET', path)).toBe('thing.missing');
    expect(await viewer.faultOf('POST', path, { body })).toBe('permission.missing');
    expect(await viewer.faultOf('GET', path)).toBe('permission.missing');
    const adminId = await idOf(company.admin);
    expect(await company.owner.faultOf('POST', `/v1/members/${adminId}/grants`, { body })).toBe('request.conflict');
  });

  it('are not given with an action that the giver lacks', async () => {
    const body = { isEverything: true, actions: ['view', 'hold'] };
    expect(await company.admin.faultOf('POST', path, { body })).toBe('rights.beyond_own');
    expect(await company.owner.faultOf('POST', path, { body })).toBeUndefined();
  });
});

describe('who manages roles within grants', () => {
  const role = { name: '组长', actions: ['view', 'search', 'see_members', 'invite', 'manage_roles'], reach: 'granted' };
  it('gives away what they see, not more, and to themselves nothing new', async () => {
    const made = await company.owner.ask<{ roleId: string }>('POST', '/v1/roles', { body: role });
    const lead = await joinCompany(api, company.owner, company.tenantId, {
      role: 'custom',
      roleId: made.body.roleId,
      employees: ['linxiaoyu', 'zhaokai'],
    });
    const viewer = await join('viewer');
    const path = `/v1/members/${await idOf(viewer)}/grants`;
    const actions = ['view', 'search'];
    const give = (body: object) => lead.faultOf('POST', path, { body: { actions, ...body } });
    expect(await give({ employees: ['zhaokai'] })).toBeUndefined();
    expect(await give({ employees: ['chen.min'] })).toBe('rights.beyond_own');
    expect(await give({ isEverything: true })).toBe('rights.beyond_own');
    expect(await give({ employees: ['zhaokai'], actions: ['export'] })).toBe('rights.beyond_own');
    const own = `/v1/members/${await idOf(lead)}`;
    expect(await lead.faultOf('POST', `${own}/grants`, { body: { actions, rooms: ['wrTESTroom'] } })).toBe(
      'rights.beyond_own',
    );
    expect(await lead.faultOf('PATCH', own, { body: { role: 'admin' } })).toBe('rights.beyond_own');
    const invitation = { email: 'x@example.com', language: 'en', role: 'viewer' };
    const invite = (grant: object) =>
      lead.faultOf('POST', '/v1/invitations', { body: { ...invitation, grants: [grant] } });
    // A viewer exports, and who invites does not.
    expect(await invite({ employees: ['zhaokai'], actions })).toBe('rights.beyond_own');
    expect(await lead.faultOf('POST', '/v1/roles', { body: { ...role, name: '再一组' } })).toBe('rights.beyond_own');
  });

  it('does not become somebody else by a bound employee', async () => {
    const bound = { ...role, name: '只看自己' };
    const made = await company.owner.ask<{ roleId: string }>('POST', '/v1/roles', { body: bound });
    const lead = await joinCompany(api, company.owner, company.tenantId, {
      role: 'custom',
      roleId: made.body.roleId,
      employees: ['linxiaoyu'],
      grants: [{ isSelf: true, actions: ['view', 'search'] }],
    });
    const own = `/v1/members/${await idOf(lead)}`;
    expect(await lead.faultOf('PATCH', own, { body: { personKey: 'zhaokai' } })).toBe('rights.beyond_own');
    expect(await lead.faultOf('PATCH', own, { body: { personKey: 'linxiaoyu' } })).toBeUndefined();
    expect(await memberOf(await idOf(lead))).toMatchObject({ personKey: 'linxiaoyu' });
  });
});

describe('what a grant opens', () => {
  it('is told in numbers before it is given, and only to who may give it', async () => {
    const preview = (browser: Browser, grant: object) =>
      browser.ask<{ numbers: object; grant: object }>('POST', '/v1/grants/preview', { body: { grant } });
    const told = await preview(company.admin, { employees: ['linxiaoyu'], actions: ['view'] });
    expect(told.body).toMatchObject({
      grant: { employees: ['linxiaoyu'], actions: ['view'] },
      numbers: { kind: 'where', employees: { seen: 1, total: 2 }, messages: { count: 0, isExact: true } },
    });
    // Whoever takes part in what is opened, not everybody whom the room does not exclude.
    expect((await preview(company.admin, { rooms: ['wrNobodySpoke'], actions: ['view'] })).body.numbers).toMatchObject({
      employees: { seen: 0, total: 2 },
    });
    expect((await preview(company.admin, { isEverything: true })).body.numbers).toMatchObject({ kind: 'all' });
    expect((await preview(company.viewer, { isEverything: true })).body).toMatchObject({ fault: 'permission.missing' });
    expect((await preview(company.admin, { isEverything: true, actions: ['hold'] })).body).toMatchObject({
      fault: 'rights.beyond_own',
    });
  });

  it('is shown for a member as a whole, without a session of theirs, and logged', async () => {
    const viewer = await join('viewer');
    const path = `/v1/members/${await idOf(viewer)}/view-as`;
    const seen = await company.admin.ask('GET', path);
    expect(seen.body).toMatchObject({
      actions: ['view', 'search', 'export'],
      reach: [
        { action: 'view', numbers: { employees: { seen: 1, total: 2 } } },
        { action: 'search' },
        { action: 'export' },
      ],
      conversations: [],
      hiddenFromYou: 0,
    });
    expect(seen.headers.getSetCookie()).toEqual([]);
    expect(await lastEvent('member.viewed_as')).toBeDefined();
    expect(await viewer.faultOf('GET', path)).toBe('permission.missing');
    expect(await others.owner.faultOf('GET', path)).toBe('thing.missing');
  });
});
