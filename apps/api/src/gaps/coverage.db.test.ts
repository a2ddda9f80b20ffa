import { inTenant, type TenantTx } from '@highwater/db';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { CUSTOMER, makeOrchard, ROOM, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let company: Company;
let others: Company;
let orchard: Orchard;
let connectionId: string;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
  orchard = await makeOrchard(api, company);
  connectionId = orchard.talk.connectionId;
  const now = api.clock.now();
  await within(async (tx) => {
    const later = new Date(now + 3_600_000);
    await tx.query(
      `UPDATE hw.people SET state = 'no_secret', fault = 'secret.missing', next_look_at = $2, looked_at = $3
       WHERE tenant_id = $1 AND kind = 'external_contact'`,
      [tx.tenantId, later, new Date(now)],
    );
    await tx.query(
      `UPDATE hw.people SET state = 'complete', next_look_at = $2, looked_at = $3, name = '林小雨'
       WHERE tenant_id = $1 AND person_key = 'linxiaoyu'`,
      [tx.tenantId, later, new Date(now)],
    );
    await tx.query(
      `UPDATE hw.rooms SET state = 'not_customer_room', fault = 'room.unknown', next_look_at = $2, looked_at = $3
       WHERE tenant_id = $1`,
      [tx.tenantId, later, new Date(now)],
    );
    await tx.query(
      `INSERT INTO hw.enrichments (tenant_id, connection_id, kind, fault, stopped_since, next_run_at, last_whole_at)
       VALUES ($1, $2, 'external_contacts', 'secret.missing', $3, $4, NULL), ($1, $2, 'permits', NULL, NULL, $4, $3)`,
      [tx.tenantId, connectionId, new Date(now), later],
    );
    await tx.query('INSERT INTO hw.permits VALUES ($1, $2, $3, 1, $4, $4, NULL), ($1, $2, $5, 1, $4, $4, NULL)', [
      tx.tenantId,
      connectionId,
      'linxiaoyu',
      new Date(now),
      'neverspoke',
    ]);
  });
});
afterAll(() => api.stop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) =>
  inTenant(api.database.database, company.tenantId, work);
const woken = () => api.jobs.filter(({ queue }) => queue === 'enrich').map(({ payload }) => payload);

interface CoverageBody {
  readonly connections: readonly {
    readonly kinds: readonly { readonly kind: string }[];
    readonly [part: string]: unknown;
  }[];
}

it('says who is complete and who is not and why, what stands still, and what each secret opens', async () => {
  const { body } = await company.admin.ask<CoverageBody>('GET', '/v1/coverage');
  const [only] = body.connections;
  const kind = (name: string) => only?.kinds.find((each) => each.kind === name);
  expect(kind('employee')).toMatchObject({ total: 3, complete: 1, gaps: [{ state: 'pending', count: 2, due: 2 }] });
  expect(kind('external_contact')).toMatchObject({
    total: 1,
    complete: 0,
    due: 0,
    gaps: [{ state: 'no_secret', fault: 'secret.missing', count: 1 }],
  });
  expect(kind('room')).toMatchObject({ gaps: [{ state: 'not_customer_room', fault: 'room.unknown' }] });
  expect(kind('robot')).toMatchObject({ total: 0, gaps: [] });
  expect(only).toMatchObject({
    secrets: [
      { purpose: 'archive', state: 'accepted' },
      { purpose: 'customer_contact', state: 'missing', fault: 'secret.missing' },
      { purpose: 'contacts', state: 'missing' },
    ],
    scope: { talking: 1, silent: 1, outside: 2, left: 0, knownAt: expect.any(Number) },
    enrichments: expect.arrayContaining([
      expect.objectContaining({ kind: 'external_contacts', fault: 'secret.missing' }),
      expect.objectContaining({ kind: 'tags', fault: null, lastRunAt: null, nextRunAt: null }),
    ]),
  });
  expect((await others.owner.ask<CoverageBody>('GET', '/v1/coverage')).body.connections).toEqual([]);
});

it('lists who is not complete, and who stands how to the scope, with their names', async () => {
  const people = await company.owner.ask<{ items: object[] }>('GET', '/v1/coverage/employee');
  expect(people.body.items).toMatchObject([
    { key: 'boss', person: { kind: 'employee', writtenAs: 'boss' }, state: 'pending', fault: null },
    { key: 'zhaokai' },
  ]);
  const rooms = await company.owner.ask<{ items: object[] }>('GET', '/v1/coverage/room?fault=room.unknown');
  expect(rooms.body.items).toMatchObject([{ key: ROOM, person: null, state: 'not_customer_room' }]);
  const silent = `/v1/scope?connectionId=${connectionId}&group=silent`;
  expect((await company.owner.ask<{ items: object[] }>('GET', silent)).body.items).toMatchObject([
    { person: { personKey: 'neverspoke', kind: 'employee', name: null }, editions: [1], firstAt: null },
  ]);
  const theirs = await others.owner.ask<{ items: object[] }>('GET', silent);
  expect(theirs.body.items).toEqual([]);
  expect(await company.owner.faultOf('GET', '/v1/coverage/anybody')).toBe('thing.missing');
});

it.each([
  ['one person', { enrichment: 'external_contacts', key: CUSTOMER }],
  ['all of a cause', { enrichment: 'external_contacts', fault: 'secret.missing' }],
  ['all of a state', { enrichment: 'rooms', state: 'not_customer_room' }],
  ['a whole kind', { enrichment: 'tags' }],
])('looks again at %s, audited, and goes on at once', async (_what, part) => {
  const before = woken().length;
  const body = { connectionId, ...part };
  expect((await company.admin.ask('POST', '/v1/coverage/retry', { body })).status).toBe(202);
  expect(woken().slice(before)).toEqual([{ tenantId: company.tenantId, connectionId, kind: part.enrichment }]);
  const now = api.clock.now();
  const state = await within(async (tx) => {
    const { rows } = await tx.query<{ people: number; rooms: number; runs: number; audits: number }>(
      `SELECT (SELECT count(*)::int FROM hw.people WHERE tenant_id = $1 AND person_key = $4 AND next_look_at <= $2) AS people,
         (SELECT count(*)::int FROM hw.rooms WHERE tenant_id = $1 AND next_look_at <= $2) AS rooms,
         (SELECT count(*)::int FROM hw.enrichments WHERE tenant_id = $1 AND kind = $3 AND next_run_at <= $2) AS runs,
         (SELECT count(*)::int FROM hw.audit WHERE tenant_id = $1 AND event = 'coverage.retried'
           AND detail->>'kind' = $3) AS audits`,
      [tx.tenantId, new Date(now), part.enrichment, CUSTOMER],
    );
    return rows[0];
  });
  expect(state).toMatchObject({
    runs: 1,
    ...(part.enrichment === 'external_contacts' ? { people: 1 } : {}),
    ...(part.enrichment === 'rooms' ? { rooms: 1 } : {}),
  });
  expect(state?.audits).toBeGreaterThan(0);
});

it('names nobody to those who do not see the whole archive: they learn how many they are', async () => {
  const auditor = await joinCompany(api, company.owner, company.tenantId, { role: 'auditor', employees: [] });
  const reviewer = await joinCompany(api, company.owner, company.tenantId, {
    role: 'reviewer',
    employees: ['linxiaoyu'],
  });
  for (const narrowed of [auditor, reviewer]) {
    const { body } = await narrowed.ask<CoverageBody & { seesNames: boolean }>('GET', '/v1/coverage');
    expect([body.seesNames, body.connections.length]).toEqual([false, 1]);
    for (const path of [
      '/v1/coverage/employee',
      '/v1/coverage/room',
      `/v1/scope?connectionId=${connectionId}&group=left`,
    ])
      expect(await narrowed.faultOf('GET', path)).toBe('permission.missing');
  }
  expect((await company.admin.ask<{ seesNames: boolean }>('GET', '/v1/coverage')).body.seesNames).toBe(true);
});

it('is for those who see completeness, and to be retried by those who may connect', async () => {
  for (const path of ['/v1/coverage', '/v1/coverage/room', `/v1/scope?connectionId=${connectionId}&group=left`]) {
    expect(await company.viewer.faultOf('GET', path)).toBe('permission.missing');
  }
  const body = { connectionId, enrichment: 'rooms' };
  expect(await company.viewer.faultOf('POST', '/v1/coverage/retry', { body })).toBe('permission.missing');
  expect(await others.owner.faultOf('POST', '/v1/coverage/retry', { body })).toBe('thing.missing');
});
