import { inTenant } from '@highwater/db';
import { ROW_TIME } from '@highwater/testkit';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { inviteByMail, makeCompany, type Company } from '../testing/company.ts';
import { knowPeople, type KnownPeople } from '../testing/know-people.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { startTalk, type SaidMessage, type Talk } from '../testing/talk.ts';

const DAY = 86_400_000;
const CUSTOMER = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6H';
/** The look that found Lin in service, and not in sales any more. */
const MOVED_AT = ROW_TIME + 10 * DAY;
const [TOP, SALES, SALES_EAST, SERVICE, VANISHED] = ['1', '2', '3', '4', '5'];

let api: TestApi;
let company: Company;
let others: Company;
let talk: Talk;
let know: KnownPeople;
/** What Lin (moved), Zhao (sub-department, always) and Chen (service, always) said, by day. */
const said: Record<string, SaidMessage> = {};

async function department(id: string | undefined, parent: string | undefined, name: string, goneAt?: number) {
  const seen = { seen_from: new Date(ROW_TIME), seen_until: new Date(ROW_TIME) };
  const ended_by = goneAt === undefined ? null : new Date(goneAt);
  await know.row('departments', { department_id: id, parent_id: parent, name, ended_by, ...seen });
  await know.row('intervals', {
    subject: 'department',
    subject_key: id,
    attribute: 'parent',
    value: parent,
    ended_by,
    ...seen,
  });
}

beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
  talk = await startTalk(api, company);
  know = knowPeople(api, company.tenantId, talk.connectionId);
  await department(TOP, '0', '青橙果业');
  await department(SALES, TOP, '销售部');
  await department(SALES_EAST, SALES, '华东销售');
  await department(SERVICE, TOP, '客服部');
  await department(VANISHED, SALES, '旧销售', ROW_TIME + 5 * DAY);
  for (const day of [1, 9, 10, 11]) {
    for (const from of ['linxiaoyu', 'zhaokai', 'chenjie', 'oldhand']) {
      const at = ROW_TIME + day * DAY;
      said[`${from} ${day}`] = await talk.say({ from, to: [CUSTOMER], text: `苹果 ${from} ${day}`, at });
    }
  }
  const held = { attribute: 'departments', from: ROW_TIME + 2 * DAY };
  await know.interval({ ...held, key: 'linxiaoyu', value: '2', endedBy: MOVED_AT });
  await know.interval({ ...held, key: 'linxiaoyu', value: '4', from: MOVED_AT });
  await know.interval({ ...held, key: 'zhaokai', value: '9,3' });
  await know.interval({ ...held, key: 'chenjie', value: '4' });
  await know.interval({ ...held, key: 'oldhand', value: '5', endedBy: ROW_TIME + 10 * DAY });
});
afterAll(() => api.stop());

/** A viewer of departments, invited so. */
async function viewerOf(ids: readonly (string | undefined)[], departmentsAsOf: 'message' | 'now'): Promise<Browser> {
  const person = await api.signUp('viewer');
  const departments = ids.map((departmentId) => ({ connectionId: talk.connectionId, departmentId }));
  const invitation = { role: 'viewer', employees: [], departments, departmentsAsOf } as const;
  const token = await inviteByMail(api, company.owner, company.tenantId, person.email, invitation);
  await person.ask('POST', '/v1/invitations/accept', { body: { token } });
  return person;
}

const nameOf = (messageId: string) =>
  Object.entries(said).find(([, message]) => message.messageId === messageId)?.[0] ?? 'unknown';

/** What somebody sees, asked in every way; they must agree. */
async function seenBy(viewer: Browser): Promise<string[]> {
  interface Hits {
    readonly items: readonly { messageId: string }[];
    readonly coverage: { employeesSeen: number };
  }
  const path = `/v1/messages/search?q=${encodeURIComponent('苹果')}&limit=100`;
  const found = (await viewer.ask<Hits>('GET', path)).body.items.map(({ messageId }) => nameOf(messageId)).toSorted();
  const opened: string[] = [];
  for (const [name, { messageId }] of Object.entries(said)) {
    if ((await viewer.ask('GET', `/v1/messages/${messageId}`)).status === 200) opened.push(name);
  }
  expect(opened.toSorted()).toEqual(found);
  const facets = await viewer.ask<{ total: { atMost: number } }>(
    'GET',
    `/v1/messages/facets?q=${encodeURIComponent('苹果')}`,
  );
  expect(facets.body.total.atMost).toBe(found.length);
  return found;
}

describe('a viewer of a department', () => {
  it('as of message time sees what was sent while somebody was in it, before the first look as well', async () => {
    const seen = await seenBy(await viewerOf([SALES], 'message'));
    const expected = ['linxiaoyu 1', 'linxiaoyu 9', 'oldhand 1', 'oldhand 9'];
    expect(seen).toEqual([...expected, 'zhaokai 1', 'zhaokai 10', 'zhaokai 11', 'zhaokai 9']);
  });

  it('as of now sees all of who is in it now, and nothing of who left', async () => {
    const all = (key: string) => [1, 9, 10, 11].map((day) => `${key} ${day}`);
    expect(await seenBy(await viewerOf([SALES], 'now'))).toEqual(all('zhaokai').toSorted());
    const service = await seenBy(await viewerOf([SERVICE], 'now'));
    expect(service).toEqual([...all('chenjie'), ...all('linxiaoyu')].toSorted());
  });

  it('that received somebody sees them from that look on', async () => {
    const seen = await seenBy(await viewerOf([SERVICE], 'message'));
    expect(seen.filter((name) => name.startsWith('lin'))).toEqual(['linxiaoyu 10', 'linxiaoyu 11']);
  });

  it('of both departments sees everything of who moved between them', async () => {
    const seen = await seenBy(await viewerOf([SALES, SERVICE], 'message'));
    expect(seen.filter((name) => name.startsWith('lin'))).toHaveLength(4);
  });

  it('that vanished sees what was said in it, and as of now nothing', async () => {
    expect(await seenBy(await viewerOf([VANISHED], 'message'))).toEqual(['oldhand 1', 'oldhand 9']);
    const nobody = await viewerOf([VANISHED], 'now');
    expect((await nobody.ask('GET', '/v1/me')).body).toMatchObject({ actions: [], scope: { kind: 'none' } });
  });

  it('reads the hidden rest of a conversation as a number only', async () => {
    const viewer = await viewerOf([SALES], 'message');
    const context = await viewer.ask<{ items: { messageId: string }[]; hidden: unknown }>(
      'GET',
      `/v1/messages/${said['linxiaoyu 9']?.messageId}/context?before=10&after=10`,
    );
    expect(context.body.items.map(({ messageId }) => nameOf(messageId))).toEqual(['linxiaoyu 1', 'linxiaoyu 9']);
  });

  it('counts who was ever in it among the employees that the role sees', async () => {
    const ask = async (viewer: Browser) =>
      (await viewer.ask<{ coverage: unknown }>('GET', '/v1/messages/search?q=x')).body.coverage;
    expect(await ask(await viewerOf([SALES], 'message'))).toMatchObject({ employeesSeen: 3, employeesTotal: 4 });
    expect(await ask(await viewerOf([SALES], 'now'))).toMatchObject({ employeesSeen: 1, employeesTotal: 4 });
  });
});

describe('granting', () => {
  it('shows the departments by their place in the tree, to those who see members, found by name', async () => {
    const ask = (query: string) => company.admin.ask<{ items: unknown[] }>('GET', `/v1/departments${query}`);
    const { body } = await ask('');
    expect(body.items).toEqual(
      [['青橙果业'], ['青橙果业', '销售部'], ['青橙果业', '销售部', '华东销售'], ['青橙果业', '客服部']].map((path) =>
        expect.objectContaining({ path, goneAt: null, connectionId: talk.connectionId }),
      ),
    );
    expect((await ask(`?q=${encodeURIComponent('销售')}`)).body.items).toHaveLength(2);
    const first = await company.admin.ask<{ nextCursor: string }>('GET', '/v1/departments?limit=3');
    const rest = await ask(`?limit=3&cursor=${first.body.nextCursor}`);
    expect(rest.body.items).toMatchObject([{ path: ['青橙果业', '客服部'] }]);
    expect(await company.viewer.faultOf('GET', '/v1/departments')).toBe('permission.missing');
    expect((await others.admin.ask('GET', '/v1/departments')).body['items']).toEqual([]);
  });

  it('is shown in the list of members, kept in the audit log by ids, and refused for departments of others', async () => {
    const viewer = await viewerOf([VANISHED], 'now');
    const { memberId } = (await viewer.ask<{ memberId: string }>('GET', '/v1/me')).body;
    const place = { connectionId: talk.connectionId, departmentId: SALES };
    const body = { employees: ['boss'], departments: [place, place], departmentsAsOf: 'now' };
    const changed = await company.admin.ask('PUT', `/v1/grants/${memberId}`, { body });
    expect(changed.body).toMatchObject({
      employees: ['boss'],
      departments: [{ ...place, asOf: 'now', path: ['青橙果业', '销售部'], goneAt: null }],
    });
    const audit = await company.owner.ask<{ items: readonly { event: string; detail: unknown }[] }>(
      'GET',
      '/v1/audit?limit=200',
    );
    expect(audit.body.items.find(({ event }) => event === 'grant.changed')?.detail).toMatchObject({
      before: expect.arrayContaining([`department:${talk.connectionId}/5 now`]),
      after: expect.arrayContaining(['employee:boss', `department:${talk.connectionId}/2 now`]),
    });
    const unknown = { ...body, departments: [{ ...place, departmentId: '77' }] };
    expect((await company.admin.ask('PUT', `/v1/grants/${memberId}`, { body: unknown })).body).toMatchObject({
      fault: 'request.malformed',
      field: 'departments',
    });
    const email = 'somebody@example.com';
    const invitation = { email, role: 'viewer', language: 'en', ...body };
    expect((await others.owner.ask('POST', '/v1/invitations', { body: invitation })).body).toMatchObject({
      fault: 'request.malformed',
    });
    expect(JSON.stringify((await others.owner.ask('GET', '/v1/invitations')).body)).not.toContain(email);
  });
});

describe('somebody who moves', () => {
  const move = (from: string, to: string, at: number) =>
    inTenant(api.database.database, company.tenantId, async (tx) => {
      await tx.query(
        `UPDATE hw.intervals SET ended_by = $3 WHERE tenant_id = $1 AND connection_id = $2 AND subject_key = 'zhaokai'
           AND attribute = 'departments' AND value = $4 AND ended_by IS NULL`,
        [tx.tenantId, talk.connectionId, new Date(at), from],
      );
      await tx.query(
        `INSERT INTO hw.intervals (tenant_id, connection_id, subject, subject_key, attribute, value, seen_from, seen_until)
         VALUES ($1, $2, 'person', 'zhaokai', 'departments', $3, $4, $4)`,
        [tx.tenantId, talk.connectionId, to, new Date(at)],
      );
    });
  const zhaos = ['zhaokai 1', 'zhaokai 10', 'zhaokai 11', 'zhaokai 9'];

  it('is seen, and not any more, from the next request on', async () => {
    const now = await viewerOf([SERVICE], 'now');
    const then = await viewerOf([SALES], 'message');
    const [seenNow, seenThen] = [await seenBy(now), await seenBy(then)];
    expect(seenThen).toEqual(expect.arrayContaining(zhaos));
    await move('9,3', '4', ROW_TIME + 10 * DAY + 1);
    expect(await seenBy(now)).toEqual([...seenNow, ...zhaos].toSorted());
    expect(await seenBy(then)).toEqual(seenThen.filter((name) => name !== 'zhaokai 11'));
    await move('4', '9,3', ROW_TIME + 10 * DAY + 2);
    expect(await seenBy(now)).toEqual(seenNow);
    expect(await seenBy(then)).toEqual(seenThen);
  });
});
