import { inTenant } from '@highwater/db';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { ROUTES } from '../routes.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { makeOperator, supporting, type OperatorBrowser } from '../testing/operator.ts';
import { CUSTOMER, makeOrchard, ROOM, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { operationsOf } from './support-scopes.ts';

const HOUR = 3_600_000;
const ALL = ['health', 'connection', 'conversations'] as const;

let api: TestApi;
let company: Company;
let orchard: Orchard;
let operator: OperatorBrowser;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  orchard = await makeOrchard(api, company);
});
beforeEach(async () => {
  operator = await makeOperator(api);
});
afterAll(() => api.stop());

async function ask(scopes: readonly string[] = ALL, hours = 4): Promise<string> {
  const body = { reason: '客户反馈消息没有到，需要查看', scopes, hours };
  const asked = await operator.ask<{ requestId: string }>('POST', `/v1/operator/tenants/${company.tenantId}/support`, {
    body,
  });
  expect(asked.status).toBe(201);
  return asked.body.requestId;
}
const decide = (requestId: string, verb: 'approve' | 'refuse' | 'end', body: object = {}, who = company.owner) =>
  who.ask('POST', `/v1/support-requests/${requestId}/${verb}`, { body });

/** A request that is approved for what `linxiaoyu` takes part in, unless said otherwise. */
async function open(body: object = {}, scopes: readonly string[] = ALL): Promise<string> {
  const requestId = await ask(scopes);
  const people = scopes.includes('conversations') ? ['linxiaoyu'] : [];
  expect((await decide(requestId, 'approve', { scopes, hours: 4, people, ...body })).status).toBe(204);
  return requestId;
}
const mine = async (requestId: string) => {
  const { body } = await company.owner.ask<{ items: { requestId: string; number: number }[] }>(
    'GET',
    '/v1/support-requests',
  );
  return body.items.find((item) => item.requestId === requestId);
};

describe('a request for support access', () => {
  it('is shown to the owner with its reason, and decided by nobody else', async () => {
    const requestId = await ask(['health'], 2);
    expect(await mine(requestId)).toMatchObject({
      operatorName: '运营小林',
      reason: '客户反馈消息没有到，需要查看',
      askedScopes: ['health'],
      askedHours: 2,
      state: 'asked',
    });
    for (const person of [company.admin, company.viewer]) {
      expect(await person.faultOf('GET', '/v1/support-requests')).toBe('support.owner_only');
      for (const verb of ['approve', 'refuse', 'end'] as const) {
        const { body } = await decide(
          requestId,
          verb,
          verb === 'approve' ? { scopes: ['health'], hours: 1 } : {},
          person,
        );
        expect(body['fault']).toBe('support.owner_only');
      }
    }
    expect((await company.owner.ask('GET', '/v1/me')).body).toMatchObject({ support: { waiting: expect.any(Number) } });
  });

  it('opens nothing before it is approved, when it is refused, or when somebody else asked it', async () => {
    const requestId = await ask(['health']);
    expect(await operator.faultOf('GET', '/v1/overview', supporting(requestId))).toBe('support.over');
    const colleague = await makeOperator(api, '另一位');
    await decide(requestId, 'approve', { scopes: ['health'], hours: 1 });
    expect(await colleague.faultOf('GET', '/v1/overview', supporting(requestId))).toBe('support.over');
    expect((await operator.ask('GET', '/v1/overview', supporting(requestId))).status).toBe(200);
    const refused = await ask(['health']);
    await decide(refused, 'refuse');
    expect(await operator.faultOf('GET', '/v1/overview', supporting(refused))).toBe('support.over');
    expect((await decide(refused, 'approve', { scopes: ['health'], hours: 1 })).body['fault']).toBe('support.decided');
  });

  it('is approved for no more than was asked, and for conversations of somebody named', async () => {
    const requestId = await ask(['health', 'conversations'], 2);
    const wrong = [
      { scopes: ['connection'], hours: 1 },
      { scopes: ['health'], hours: 3 },
      { scopes: ['conversations'], hours: 1 },
      { scopes: ['health'], hours: 1, people: ['linxiaoyu'] },
      { scopes: [], hours: 1 },
    ];
    for (const body of wrong)
      expect((await decide(requestId, 'approve', body)).body['fault']).toBe('request.malformed');
    expect(await mine(requestId)).toMatchObject({ state: 'asked' });
  });

  it('opens for nobody without a session of the console, whatever the header says', async () => {
    const requestId = await open();
    expect(await company.owner.faultOf('GET', '/v1/overview', supporting(requestId))).toBe('session.missing');
    expect(await operator.faultOf('GET', '/v1/overview', supporting('nonsense'))).toBe('support.over');
    expect(await operator.faultOf('GET', '/v1/overview')).toBe('session.missing');
  });
});

describe('an open access', () => {
  it('reads the conversations that the owner named, and no others', async () => {
    const requestId = await open();
    const read = (id: string) => operator.ask('GET', `/v1/messages/${id}`, supporting(requestId));
    expect((await read(orchard.arrived.messageId)).body['message']).toMatchObject({
      body: { text: '芒果礼盒到货了，Apple 也有' },
    });
    for (const hidden of [orchard.hiddenPair, orchard.hiddenInRoom])
      expect((await read(hidden.messageId)).status).toBe(404);
    const list = await operator.ask('GET', '/v1/conversations', supporting(requestId));
    expect(JSON.stringify(list.body)).toContain(CUSTOMER);
    expect(JSON.stringify(list.body)).not.toContain('不要外传');
  });

  it('of a room and a time reads what was written there and then', async () => {
    const requestId = await open({ people: [], rooms: [ROOM] });
    const read = (id: string, through = requestId) => operator.ask('GET', `/v1/messages/${id}`, supporting(through));
    expect((await read(orchard.hiddenInRoom.messageId)).status).toBe(200);
    expect((await read(orchard.arrived.messageId)).status).toBe(404);
    const later = await open({ sentFrom: api.clock.now() + 30 * 24 * HOUR });
    expect((await read(orchard.arrived.messageId, later)).status).toBe(404);
  });

  it.each(ALL)('of scope %s reaches its operations and refuses every other route', async (scope) => {
    const requestId = await open({}, [scope]);
    const reached = operationsOf([scope]);
    for (const { spec } of ROUTES.filter((route) => route.spec.audience !== 'operator')) {
      const path = `/v1${spec.path.replaceAll(/\{\w+\}/g, '0198c0de-0000-7000-8000-000000000000')}`;
      const ask = spec.method === 'get' || spec.method === 'delete' ? {} : { body: {} };
      const answer = await operator.ask(spec.method.toUpperCase(), path, { ...ask, ...supporting(requestId) });
      const isReached = spec.method === 'get' && reached.has(spec.operation);
      const { fault } = answer.body as { fault?: string };
      expect([spec.operation, fault === 'support.outside']).toEqual([spec.operation, !isReached]);
    }
  });

  it('names operations that exist, all of which change nothing, and none that hands over or shows the log', () => {
    const known = new Map(ROUTES.map(({ spec }) => [spec.operation, spec]));
    for (const operation of operationsOf(ALL)) {
      expect([operation, known.get(operation)?.method]).toEqual([operation, 'get']);
      expect(operation).not.toMatch(
        /audit|export|download|schedule|member(?!sOfRoom)|invitation|original|link|token|statement/i,
      );
    }
  });

  it('ends at the next request when the owner says so, when the operator does, and after its hours', async () => {
    const looks = (requestId: string) => operator.faultOf('GET', '/v1/overview', supporting(requestId));
    const [byOwner, byOperator, byTime] = [await open(), await open(), await open({ hours: 1 })];
    for (const requestId of [byOwner, byOperator, byTime]) expect(await looks(requestId)).toBeUndefined();
    expect((await decide(byOwner, 'end')).status).toBe(204);
    expect(await looks(byOwner)).toBe('support.over');
    expect(await mine(byOwner)).toMatchObject({ state: 'ended', endedBy: 'owner' });
    const own = `/v1/operator/tenants/${company.tenantId}/support/${byOperator}/end`;
    expect((await operator.ask('POST', own, { body: {} })).status).toBe(204);
    expect(await looks(byOperator)).toBe('support.over');
    const colleague = await makeOperator(api, '另一位');
    const others = `/v1/operator/tenants/${company.tenantId}/support/${byTime}/end`;
    expect(await colleague.faultOf('POST', others, { body: {} })).toBe('thing.missing');
    api.clock.shift(HOUR);
    expect(await looks(byTime)).toBe('support.over');
    expect((await decide(byTime, 'end')).body['fault']).toBe('support.decided');
  });

  it('stands in the company’s own log with the operator’s name and the request’s number, before it is answered', async () => {
    const requestId = await open();
    const number = (await mine(requestId))?.number;
    await operator.ask('GET', `/v1/messages/${orchard.arrived.messageId}`, supporting(requestId));
    await operator.ask('GET', '/v1/members', supporting(requestId));
    const { rows } = await inTenant(api.database.database, company.tenantId, (tx) =>
      tx.query<{ event: string; actor: string; member: string | null; detail: object }>(
        `SELECT event, actor, member_id AS member, detail FROM hw.audit
         WHERE detail ->> 'request' = $1 ORDER BY at, event`,
        [String(number)],
      ),
    );
    const events = rows.map(({ event }) => event);
    expect(events).toEqual(
      expect.arrayContaining([
        'support.asked',
        'support.approved',
        'support.looked',
        'message.viewed',
        'access.denied',
      ]),
    );
    for (const row of rows.filter(({ event }) => event !== 'support.approved'))
      expect(row).toMatchObject({ actor: 'operator', member: null, detail: { operator: '运营小林' } });
    expect(await mine(requestId)).toMatchObject({ looks: [{ operation: 'getMessage', count: 1 }] });
  });

  it('says of itself that it only looks, and offers no right that changes anything but by name', async () => {
    const requestId = await open({}, ['health']);
    const { body } = await operator.ask('GET', '/v1/me', supporting(requestId));
    expect(body).toMatchObject({
      actions: ['see_completeness'],
      tenants: [],
      support: { looking: { number: expect.any(Number) } },
      tenant: { tenantId: company.tenantId },
    });
    expect(body['user']).toEqual({ name: '运营小林', email: '' });
  });
});
