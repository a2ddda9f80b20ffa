import { attemptSecretPlace, openFromBox } from '@highwater/crypto';
import {
  acceptConnectionAttempt,
  findConnectionAttempt,
  finishPull,
  inTenant,
  listAudit,
  moveCursor,
  notePullStarted,
  refuseConnectionAttempt,
} from '@highwater/db';
import type { AttemptId, ConnectionId } from '@highwater/domain';
import { addConnection, waitUntil } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const SECRET = 'Nw7t_'.padEnd(43, 'x');

let api: TestApi;
let company: Company;
let others: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
});
afterAll(() => api.stop());

const inCompany = <Result>(work: Parameters<typeof inTenant<Result>>[2]) =>
  inTenant(api.database.database, company.tenantId, work);
const connect = () => inCompany((tx) => addConnection(tx, { now: api.clock.now() }));
const pulls = (connectionId: string) =>
  api.jobs.filter(
    ({ queue, payload }) =>
      queue === 'pull-archive' && 'connectionId' in payload && payload.connectionId === connectionId,
  ).length;

interface Pulling {
  pulling: {
    mode: string;
    timeOfDay: string | null;
    nextPullAt: number;
    startedAt: number | null;
    waitSeconds: number;
  };
}

it('pulls when it is asked to, and says how long to wait when it is asked again', async () => {
  const connectionId = await connect();
  const path = `/v1/connections/${connectionId}/pull`;
  expect((await company.admin.ask('POST', path, { body: {} })).status).toBe(202);
  const again = await company.owner.ask<{ params: { seconds: number } }>('POST', path, { body: {} });
  expect(again).toMatchObject({ status: 429, body: { fault: 'pull.too_soon' } });
  const { seconds } = again.body.params;
  expect(seconds).toBeGreaterThan(12);
  expect(seconds).toBeLessThanOrEqual(15);
  expect(again.headers.get('retry-after')).toBe(String(seconds));
  expect(pulls(connectionId)).toBe(1);
  const view = await company.owner.ask<Pulling>('GET', `/v1/connections/${connectionId}`);
  expect(view.body.pulling.waitSeconds).toBeGreaterThan(12);
  api.clock.shift(15_000);
  expect((await company.owner.ask('POST', path, { body: {} })).status).toBe(202);
  expect(pulls(connectionId)).toBe(2);
  api.clock.shift(-60_000);
  expect((await company.owner.ask('POST', path, { body: {} })).status).toBe(202);
});

it('lets one of many who ask at once pull', async () => {
  const connectionId = await connect();
  const path = `/v1/connections/${connectionId}/pull`;
  const answers = await Promise.all(Array.from({ length: 6 }, () => company.owner.ask('POST', path, { body: {} })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 429, 429, 429, 429, 429]);
});

it('says what is running', async () => {
  const connectionId = await connect();
  const path = `/v1/connections/${connectionId}`;
  const now = api.clock.now();
  await inCompany((tx) => notePullStarted(tx, connectionId, now));
  expect((await company.owner.ask<Pulling>('GET', path)).body.pulling.startedAt).toBe(now);
  await inCompany((tx) => finishPull(tx, connectionId, { now, answered: true, nextPullAt: now + 1 }));
  expect((await company.owner.ask<Pulling>('GET', path)).body.pulling).toMatchObject({
    startedAt: null,
    nextPullAt: now + 1,
  });
});

it('pulls once a day at the hour of the company’s zone', async () => {
  const connectionId = await connect();
  const path = `/v1/connections/${connectionId}/pulling`;
  const daily = await company.owner.ask<Pulling>('PATCH', path, { body: { mode: 'daily', timeOfDay: '02:30' } });
  expect(daily).toMatchObject({ status: 200, body: { pulling: { mode: 'daily', timeOfDay: '02:30' } } });
  const { nextPullAt } = daily.body.pulling;
  // Shanghai has had no summer time since 1991: 02:30 there is 18:30 UTC.
  expect(new Date(nextPullAt).toISOString().slice(11, 16)).toBe('18:30');
  expect(nextPullAt - api.clock.now()).toBeLessThanOrEqual(86_400_000);
  const back = await company.owner.ask<Pulling>('PATCH', path, { body: { mode: 'continuous', timeOfDay: '02:30' } });
  expect(back.body.pulling).toMatchObject({ mode: 'continuous', timeOfDay: null });
  expect(back.body.pulling.nextPullAt).toBeLessThanOrEqual(api.clock.now());
  expect(await company.owner.faultOf('PATCH', path, { body: { mode: 'daily', timeOfDay: '24:00' } })).toBe(
    'request.malformed',
  );
  expect(await company.viewer.faultOf('PATCH', path, { body: { mode: 'daily' } })).toBe('permission.missing');
  expect(await others.owner.faultOf('PATCH', path, { body: { mode: 'daily' } })).toBe('thing.missing');
});

it('asks for a range again: once, within what was pulled, one at a time', async () => {
  const connectionId = await connect();
  const path = `/v1/connections/${connectionId}/repulls`;
  const ask = (fromSeq: string, toSeq: string, headers = {}) =>
    company.owner.ask('POST', path, { body: { fromSeq, toSeq }, headers });
  expect((await ask('1', '1')).body).toMatchObject({
    fault: 'range.invalid',
    field: 'toSeq',
    params: { most: 100_000 },
  });
  const now = api.clock.now();
  const cursor = { after: 0n, last: 2n ** 63n + 200_000n, pageNo: 1, pageHash: 'x', now };
  await inCompany((tx) => moveCursor(tx, connectionId, cursor));
  const base = 2n ** 63n;
  const wrong = [
    [0n, 5n],
    [9n, 8n],
    [base, base + 100_000n],
    [base, base + 200_001n],
  ] as const;
  for (const [from, to] of wrong)
    expect((await ask(String(from), String(to))).body).toMatchObject({ fault: 'range.invalid' });
  expect((await ask('x', '8')).body).toMatchObject({ fault: 'request.malformed', field: 'fromSeq' });
  const headers = { 'idempotency-key': `repull ${connectionId}` };
  const asked = await ask(String(base), String(base + 99_999n), headers);
  expect(asked).toMatchObject({
    status: 201,
    body: { state: 'waiting', asked: 100_000, done: 0, returned: 0, kept: 0 },
  });
  expect((await ask(String(base), String(base + 99_999n), headers)).body).toEqual(asked.body);
  expect((await ask('1', '2')).body).toMatchObject({ fault: 'request.conflict' });
  const { repullId } = asked.body as { repullId: string };
  expect(api.jobs.filter(({ queue }) => queue === 'repull-range')).toEqual([
    { queue: 'repull-range', payload: { tenantId: company.tenantId, repullId } },
  ]);
  expect((await company.admin.ask('GET', path)).body).toMatchObject({ items: [{ repullId, requestedBy: 'Owner' }] });
  expect(await others.owner.faultOf('GET', path)).toBe('thing.missing');
  expect(await others.owner.faultOf('POST', path, { body: { fromSeq: '1', toSeq: '2' } })).toBe('thing.missing');
  expect(await company.viewer.faultOf('GET', path)).toBe('permission.missing');
});

/** Stands in for the worker: the attempt that was enqueued for a connection. */
async function nextAttempt(seen: number): Promise<AttemptId> {
  const attempts = () =>
    api.jobs.flatMap(({ queue, payload }) =>
      queue === 'check-connection' && 'attemptId' in payload ? [payload.attemptId as AttemptId] : [],
    );
  const attemptId = await waitUntil('an attempt is enqueued', async () => attempts()[seen], { everyMs: 5 });
  await waitUntil(
    'the attempt is there',
    async () => (await inCompany((tx) => findConnectionAttempt(tx, attemptId))) !== undefined,
    { everyMs: 5 },
  );
  return attemptId;
}

it('has the worker prove a new secret, and keeps the old one when WeCom refuses it', async () => {
  const connectionId: ConnectionId = await connect();
  const path = `/v1/connections/${connectionId}/secret`;
  const asked = company.owner.ask('PUT', path, { body: { archiveSecret: ` ${SECRET} ` } });
  const first = await nextAttempt(0);
  const attempt = await inCompany((tx) => findConnectionAttempt(tx, first));
  expect(attempt).toMatchObject({ connectionId, state: 'checking' });
  const place = attemptSecretPlace(company.tenantId, first);
  expect(
    Buffer.from(openFromBox(api.workerBoxPrivateKey, place, attempt?.secretSealed ?? Buffer.alloc(0))).toString(),
  ).toBe(SECRET);
  await inCompany((tx) => acceptConnectionAttempt(tx, first, connectionId));
  expect(await asked).toMatchObject({ status: 200, body: { connectionId } });

  const refused = company.owner.ask('PUT', path, { body: { archiveSecret: SECRET } });
  const second = await nextAttempt(1);
  await inCompany((tx) => refuseConnectionAttempt(tx, second, 'secret.wrong', {}));
  expect(await refused).toMatchObject({ status: 422, body: { fault: 'secret.wrong', field: 'archiveSecret' } });
  expect(await inCompany((tx) => findConnectionAttempt(tx, second))).toBeUndefined();
  const events = (await inCompany((tx) => listAudit(tx, { before: null, limit: 50 }))).map(({ event }) => event);
  expect(events.filter((event) => event.startsWith('secret.'))).toEqual([
    'secret.refused',
    'secret.tried',
    'secret.tried',
  ]);

  const unproven = company.owner.ask('PUT', path, { body: { archiveSecret: SECRET } });
  const third = await nextAttempt(2);
  await inCompany((tx) => refuseConnectionAttempt(tx, third, 'wecom.error', { errcode: 10_009 }));
  expect(await unproven).toMatchObject({ status: 503, body: { fault: 'secret.unproven', field: 'archiveSecret' } });
  const entries = await inCompany((tx) => listAudit(tx, { before: null, limit: 50 }));
  const notes = entries.filter(({ event }) => event === 'secret.unproven').map(({ detail }) => detail);
  expect(notes).toEqual([{ fault: 'wecom.error' }]);
  expect(api.logged.findLast(({ fault }) => fault === 'secret.unproven')).toMatchObject({ event: 'request failed' });
  expect(await company.owner.faultOf('PUT', path, { body: { archiveSecret: 'short' } })).toBe('secret.wrong');
  expect(await others.owner.faultOf('PUT', path, { body: { archiveSecret: SECRET } })).toBe('thing.missing');
  expect(await company.viewer.faultOf('PUT', path, { body: { archiveSecret: SECRET } })).toBe('permission.missing');
});
