import { randomUUID } from 'node:crypto';
import { attemptSecretPlace, openFromBox } from '@highwater/crypto';
import {
  acceptConnectionAttempt,
  findConnectionAttempt,
  insertConnection,
  insertConnectionKey,
  inTenant,
  refuseConnectionAttempt,
  saveConnectionChecks,
  type ConnectionCheck,
} from '@highwater/db';
import type { AttemptId, ConnectionId, Fault, FaultDetail, KeyId, TenantId } from '@highwater/domain';
import { waitUntil } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const SECRET = 'Zx3w9aB_'.padEnd(43, 'q');
const PASSED = { state: 'passed', fault: null, detail: {} } as const;

let api: TestApi;
let company: Company;
let others: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
});
afterAll(() => api.stop());

const corpIdOf = () => `ww${randomUUID().replaceAll('-', '').slice(0, 16)}`;
const form = (corpId: string) => ({ body: { corpId, archiveSecret: SECRET, name: '总部' } });
const runner = <Result>(tenantId: TenantId, work: Parameters<typeof inTenant<Result>>[2]) =>
  inTenant(api.database.database, tenantId, work);

/** Stands in for the worker: waits for the next attempt of a company. */
async function nextAttempt(tenantId: TenantId, seen: number): Promise<AttemptId> {
  const attemptId = await waitUntil('an attempt is enqueued', async () => attemptsOf(tenantId)[seen], { everyMs: 5 });
  // The job was seen inside the transaction that adds it; a worker gets it, and the row, when that has committed.
  await waitUntil(
    'the attempt is there',
    async () => (await runner(tenantId, (tx) => findConnectionAttempt(tx, attemptId))) !== undefined,
    { everyMs: 5 },
  );
  return attemptId;
}

function attemptsOf(tenantId: TenantId): AttemptId[] {
  return api.jobs.flatMap(({ queue, payload }) =>
    queue === 'check-connection' && payload.tenantId === tenantId && 'attemptId' in payload
      ? [payload.attemptId as AttemptId]
      : [],
  );
}

/** What the worker does when WeCom accepted corp ID and secret. */
async function accept(tenantId: TenantId, attemptId: AttemptId): Promise<void> {
  await runner(tenantId, async (tx) => {
    const attempt = await findConnectionAttempt(tx, attemptId, { lock: true });
    if (attempt === undefined) throw new Error('no such attempt');
    const connectionId = randomUUID() as ConnectionId;
    const now = api.clock.now();
    const { corpId, name, startedBy } = attempt;
    const secretSealed = Buffer.from('sealed');
    const secret = { secretSealed, secretSetAt: now, secretSetBy: startedBy };
    await insertConnection(tx, { connectionId, corpId, name, ...secret, now });
    const key = { keyId: randomUUID() as KeyId, publicPem: '-----BEGIN PUBLIC KEY-----', privateSealed: secretSealed };
    await insertConnectionKey(tx, { connectionId, ...key, now });
    await saveConnectionChecks(tx, connectionId, [{ step: 'credentials', ...PASSED }], now);
    await acceptConnectionAttempt(tx, attemptId, connectionId);
  });
}

async function connect(target: Company): Promise<string> {
  const seen = attemptsOf(target.tenantId).length;
  const asked = target.owner.ask<{ connectionId: string }>('POST', '/v1/connections', form(corpIdOf()));
  await accept(target.tenantId, await nextAttempt(target.tenantId, seen));
  const answer = await asked;
  expect(answer.status).toBe(201);
  return answer.body.connectionId;
}

it('connects a corp once the worker has proven it, and shows what to enter at WeCom', async () => {
  const seen = attemptsOf(company.tenantId).length;
  const corpId = corpIdOf();
  const asked = company.admin.ask('POST', '/v1/connections', form(`  ${corpId} `));
  const attemptId = await nextAttempt(company.tenantId, seen);
  const attempt = await runner(company.tenantId, (tx) => findConnectionAttempt(tx, attemptId));
  const place = attemptSecretPlace(company.tenantId, attemptId);
  expect(openFromBox(api.workerBoxPrivateKey, place, attempt?.secretSealed ?? Buffer.alloc(0))).toEqual(
    Buffer.from(SECRET),
  );
  await accept(company.tenantId, attemptId);
  const answer = await asked;
  expect(answer).toMatchObject({
    status: 201,
    body: {
      corpId,
      name: '总部',
      cursorSeq: '0',
      secretSetBy: 'admin',
      trustedIps: ['127.0.0.1'],
      publicKeyPem: '-----BEGIN PUBLIC KEY-----',
      checks: [{ step: 'credentials', state: 'passed', fault: null, params: {} }],
    },
  });
  expect(JSON.stringify(answer.body)).not.toMatch(/secretSealed|privateSealed|Zx3w9aB/);
});

it.each<[Fault, FaultDetail, number, string | undefined]>([
  ['corp_id.wrong', {}, 422, 'corpId'],
  ['secret.wrong', {}, 422, 'archiveSecret'],
  ['corp.already_connected', {}, 409, 'corpId'],
  ['archive.not_opened', {}, 422, undefined],
  ['ip.untrusted', { ip: '203.0.113.9' }, 422, undefined],
])('answers the refusal %s with its field and keeps nothing', async (fault, detail, status, field) => {
  const seen = attemptsOf(company.tenantId).length;
  const asked = company.owner.ask('POST', '/v1/connections', form(corpIdOf()));
  const attemptId = await nextAttempt(company.tenantId, seen);
  await runner(company.tenantId, (tx) => refuseConnectionAttempt(tx, attemptId, fault, detail));
  const answer = await asked;
  expect(answer).toMatchObject({ status, body: { fault } });
  expect(answer.body['field']).toBe(field);
  expect(await runner(company.tenantId, (tx) => findConnectionAttempt(tx, attemptId))).toBeUndefined();
});

it('gives up when nobody checks, and the secret is gone', async () => {
  const quick = await startApi(inject('superuser'), { waits: { connectionCheckMs: 60, preflightMs: 60, pollMs: 10 } });
  const { owner, tenantId } = await makeCompany(quick);
  expect(await owner.faultOf('POST', '/v1/connections', form(corpIdOf()))).toBe('wecom.unreachable');
  const job = quick.jobs.find(({ queue }) => queue === 'check-connection');
  const attemptId = job !== undefined && 'attemptId' in job.payload ? (job.payload.attemptId as AttemptId) : undefined;
  const left = await inTenant(quick.database.database, tenantId, (tx) =>
    attemptId === undefined ? Promise.reject(new Error('no job')) : findConnectionAttempt(tx, attemptId),
  );
  expect(left).toBeUndefined();
  await quick.stop();
});

it.each([
  [{ corpId: 'ww123', archiveSecret: SECRET, name: 'x' }, 'corp_id.malformed', 'corpId'],
  [{ corpId: corpIdOf(), archiveSecret: 'short', name: 'x' }, 'secret.wrong', 'archiveSecret'],
  [{ corpId: corpIdOf(), archiveSecret: SECRET, name: '' }, 'request.malformed', 'name'],
  [{ corpId: corpIdOf(), name: 'x' }, 'request.malformed', 'archiveSecret'],
])('refuses a malformed form (%#) before anybody is asked', async (body, fault, field) => {
  const jobs = api.jobs.length;
  const answer = await company.owner.ask('POST', '/v1/connections', { body });
  expect(answer.body).toMatchObject({ fault, field });
  expect(JSON.stringify(answer.body)).not.toContain('Zx3w9aB');
  expect(api.jobs).toHaveLength(jobs);
});

it('tries once for one idempotency key', async () => {
  const seen = attemptsOf(company.tenantId).length;
  const headers = { 'idempotency-key': 'connect-1' };
  const body = form(corpIdOf()).body;
  const both = [0, 1].map(() => company.owner.ask('POST', '/v1/connections', { body, headers }));
  await accept(company.tenantId, await nextAttempt(company.tenantId, seen));
  const [first, second] = await Promise.all(both);
  expect(first?.status).toBe(201);
  expect(second?.body).toEqual(first?.body);
  expect(attemptsOf(company.tenantId)).toHaveLength(seen + 1);
  const other = { body: { ...body, corpId: corpIdOf() }, headers };
  expect(await company.owner.faultOf('POST', '/v1/connections', other)).toBe('idempotency.mismatch');
});

it('shows connections to those who may connect, of their own company only', async () => {
  const connectionId = await connect(company);
  const path = `/v1/connections/${connectionId}`;
  expect((await company.admin.ask('GET', path)).body['connectionId']).toBe(connectionId);
  expect(await company.viewer.faultOf('GET', path)).toBe('permission.missing');
  expect(await others.owner.faultOf('GET', path)).toBe('thing.missing');
  expect((await others.owner.ask('GET', '/v1/connections')).body).toEqual({ items: [], nextCursor: null });
  expect(await company.admin.faultOf('GET', '/v1/connections/not-an-id')).toBe('thing.missing');
  expect(await company.viewer.faultOf('POST', '/v1/connections', form(corpIdOf()))).toBe('permission.missing');
  const keys = await company.admin.ask<{ items: { connectionId: string }[] }>('GET', '/v1/keys');
  expect(keys.body.items).toContainEqual(
    expect.objectContaining({
      connectionId,
      versions: [],
      publicKeyPem: '-----BEGIN PUBLIC KEY-----',
      messages: 0,
    }),
  );
  expect((await others.owner.ask('GET', '/v1/keys')).body['items']).toEqual([]);
  expect(await company.viewer.faultOf('GET', '/v1/keys')).toBe('permission.missing');
});

it('answers a pre-flight with what the worker found after it was asked', async () => {
  const connectionId = (await connect(company)) as ConnectionId;
  const path = `/v1/connections/${connectionId}/preflight`;
  const jobs = () => api.jobs.filter(({ queue }) => queue === 'run-preflight').length;
  const before = jobs();
  const asked = company.owner.ask<{ checks: object[] }>('POST', path);
  await waitUntil('the pre-flight is enqueued', async () => jobs() > before, { everyMs: 5 });
  const failed: ConnectionCheck = {
    step: 'address',
    state: 'failed',
    fault: 'ip.untrusted',
    detail: { ip: '203.0.113.9' },
  };
  await runner(company.tenantId, (tx) => saveConnectionChecks(tx, connectionId, [failed], api.clock.now()));
  const answer = await asked;
  expect(answer.status).toBe(202);
  expect(answer.body.checks).toMatchObject([
    { step: 'credentials', state: 'passed' },
    { step: 'address', state: 'failed', fault: 'ip.untrusted', params: { ip: '203.0.113.9' } },
  ]);
  expect(await company.viewer.faultOf('POST', path)).toBe('permission.missing');
  expect(await others.owner.faultOf('POST', path)).toBe('thing.missing');
});

it('enqueues a pull for those who may', async () => {
  const connectionId = await connect(company);
  const path = `/v1/connections/${connectionId}/pull`;
  expect((await company.admin.ask('POST', path, { body: {} })).status).toBe(202);
  const { tenantId } = company;
  expect(api.jobs).toContainEqual({ queue: 'pull-archive', payload: { tenantId, connectionId } });
  expect(await others.owner.faultOf('POST', path)).toBe('thing.missing');
  expect(await company.viewer.faultOf('POST', path)).toBe('permission.missing');
});
