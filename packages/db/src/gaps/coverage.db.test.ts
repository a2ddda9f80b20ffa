import type { ConnectionId, PersonKey, TenantId } from '@highwater/domain';
import {
  addConnection,
  addMessages,
  addTenant,
  createTestDatabase,
  ROW_TIME,
  type TestDatabase,
} from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { savePeople } from '../people/save-people.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { countScope, listScope, type ScopeGroup } from './archive-scope.ts';
import { countCoverage } from './count-coverage.ts';
import { listEnrichmentStates } from './list-enrichment-states.ts';
import { listIncomplete } from './list-incomplete.ts';

const HOUR = 3_600_000;
const NOW = ROW_TIME + 24 * HOUR;
/** Key, state, cause, looked at and next look in hours from now, WeCom's status. */
const EMPLOYEES = [
  ['anqing', 'complete', null, -1, 23, 1],
  ['baolan', 'not_visible', 'scope.missing', -2, 6, 1],
  ['chengyi', 'not_visible', 'scope.missing', -1, -1, null],
  ['dongmei', 'gone', 'person.unknown', -3, 24, null],
  ['fanghua', 'pending', null, null, -9, null],
  ['gonewell', 'complete', null, -3, 20, 5],
] as const;
const keyOf = (key: string) => key as PersonKey;

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;
let other: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  await within(async (tx) => {
    connectionId = await addConnection(tx);
    other = await addConnection(tx);
    for (const [key, state, fault, looked, next, status] of EMPLOYEES) {
      await addEmployee(tx, key);
      await tx.query(
        `UPDATE hw.people SET state = $3, fault = $4, looked_at = $5, next_look_at = $6, employee_status = $7, misses = 2
         WHERE tenant_id = $1 AND person_key = $2`,
        [tenantId, key, state, fault, looked === null ? null : hours(looked), hours(next), status],
      );
    }
    // Baolan is known from the directory and never took part in a message.
    const talkers = EMPLOYEES.map(([key]) => keyOf(key)).filter((key) => key !== 'baolan');
    await addMessages(
      tx,
      connectionId,
      talkers.map((key) => ({ people: [key] })),
    );
    // A message of another company's connection does not make her talk in this one.
    await addMessages(tx, other, [{ people: [keyOf('baolan')] }]);
    await permit(tx, 'anqing', 1, null);
    await permit(tx, 'anqing', 3, null);
    await permit(tx, 'baolan', 1, null);
    await permit(tx, 'stranger', 2, null);
    await permit(tx, 'chengyi', 1, -5);
    await permit(tx, 'gonewell', 1, -5);
    await tx.query(
      `INSERT INTO hw.enrichments (tenant_id, connection_id, kind, fault, detail, stopped_since, next_run_at, last_run_at)
       VALUES ($1, $2, 'employees', 'ip.untrusted', '{"errcode":60020}', $3, $4, $3)`,
      [tenantId, connectionId, hours(-2), hours(1)],
    );
  });
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const hours = (count: number) => new Date(NOW + count * HOUR);

async function addEmployee(tx: TenantTx, key: string): Promise<void> {
  await savePeople(tx, connectionId, [
    { personKey: keyOf(key), writtenAs: key, kind: 'employee', firstAt: ROW_TIME, lastAt: ROW_TIME },
  ]);
}

async function permit(tx: TenantTx, key: string, edition: number, endedHours: number | null): Promise<void> {
  await tx.query('INSERT INTO hw.permits VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    tenantId,
    connectionId,
    key,
    edition,
    hours(-48),
    hours(-6),
    endedHours === null ? null : hours(endedHours),
  ]);
}

test('people are counted by state and cause, with those whose time has come and the next look', async () => {
  const groups = await within((tx) => countCoverage(tx, NOW));
  const missing = groups.find(({ state }) => state === 'not_visible');
  expect(missing).toEqual({
    connectionId,
    kind: 'employee',
    state: 'not_visible',
    fault: 'scope.missing',
    count: 2,
    due: 1,
    lookedAt: NOW - HOUR,
    nextLookAt: NOW - HOUR,
  });
  expect(groups.find(({ state }) => state === 'complete')).toMatchObject({ count: 2, due: 0, fault: null });
  expect(groups.find(({ state }) => state === 'pending')).toMatchObject({ count: 1, due: 1, lookedAt: null });
});

test('who is not complete is listed by key, by cause, page by page', async () => {
  const all = { kind: 'employee', connectionId: null, state: null, fault: null } as const;
  const list = (filter: object, page: object = {}) =>
    within((tx) => listIncomplete(tx, { ...all, ...filter }, { after: null, limit: 10, ...page }));
  expect((await list({})).map(({ key }) => key)).toEqual(['baolan', 'chengyi', 'dongmei', 'fanghua']);
  const first = await list({ fault: 'scope.missing' }, { limit: 1 });
  expect(first).toMatchObject([{ key: 'baolan', state: 'not_visible', misses: 2, nextLookAt: NOW + 6 * HOUR }]);
  expect((await list({ fault: 'scope.missing' }, { after: first[0] })).map(({ key }) => key)).toEqual(['chengyi']);
  expect((await list({ state: 'pending' })).map(({ key }) => key)).toEqual(['fanghua']);
  expect(await list({ connectionId: other })).toEqual([]);
  expect(await list({ kind: 'room' })).toEqual([]);
});

test('who is in scope is held against who takes part in messages of the same connection', async () => {
  expect(await within(countScope)).toEqual([
    {
      connectionId,
      talking: 1,
      silent: 2,
      outside: 1,
      formerly: 1,
      left: 2,
      editions: [
        { edition: 1, count: 2 },
        { edition: 2, count: 1 },
        { edition: 3, count: 1 },
      ],
    },
  ]);
  const keys = (group: ScopeGroup) =>
    within(async (tx) =>
      (await listScope(tx, { group, connectionId }, { after: null, limit: 10 })).map(({ personKey }) => personKey),
    );
  expect(await keys('talking')).toEqual(['anqing']);
  expect(await keys('silent')).toEqual(['baolan', 'stranger']);
  // Dongmei is gone from the directory.
  expect(await keys('left')).toEqual(['dongmei', 'gonewell']);
  expect(await keys('formerly')).toEqual(['chengyi']);
  expect(await keys('outside')).toEqual(['fanghua']);
});

test('a line of the scope says since when and until when', async () => {
  const line = (group: ScopeGroup, after: string | null = null) =>
    within((tx) => listScope(tx, { group, connectionId }, { after: after === null ? null : keyOf(after), limit: 1 }));
  expect(await line('talking')).toMatchObject([{ editions: [1, 3], since: NOW - 48 * HOUR, until: null }]);
  expect(await line('formerly')).toMatchObject([{ editions: [], until: NOW - 5 * HOUR, firstAt: ROW_TIME }]);
  expect(await line('silent', 'baolan')).toMatchObject([{ personKey: 'stranger', firstAt: null, lastAt: null }]);
});

test('what stops a kind of enrichment is told with since when and until when', async () => {
  expect(await within(listEnrichmentStates)).toEqual([
    {
      connectionId,
      kind: 'employees',
      fault: 'ip.untrusted',
      detail: { errcode: 60020 },
      stoppedSince: NOW - 2 * HOUR,
      nextRunAt: NOW + HOUR,
      lastRunAt: NOW - 2 * HOUR,
      lastWholeAt: null,
    },
  ]);
});
