import { attemptSecretPlace, openFromBox } from '@highwater/crypto';
import {
  acceptConnectionAttempt,
  findConnectionAttempt,
  inTenant,
  listAudit,
  refuseConnectionAttempt,
  saveConnectionSecret,
  saveSecretProof,
} from '@highwater/db';
import { KINDS_OF_SECRET, type AttemptId, type ConnectionId, type Fault, type FaultDetail } from '@highwater/domain';
import { addConnection, newId, waitUntil } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const SECRET = 'Kq3n_'.padEnd(43, 'y');

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
const connect = (): Promise<ConnectionId> => inCompany((tx) => addConnection(tx, { now: api.clock.now() }));
const jobsOf = (queue: string, connectionId: string) =>
  api.jobs.flatMap((job) =>
    job.queue === queue && 'connectionId' in job.payload && job.payload.connectionId === connectionId
      ? [job.payload]
      : [],
  );

interface View {
  readonly secrets: readonly { readonly purpose: string; readonly state: string; readonly fault: string | null }[];
}

/** Stands in for the worker: the attempt that a request has just begun. */
async function attemptAfter(count: number): Promise<AttemptId> {
  const attemptId = await waitUntil(
    'an attempt is enqueued',
    async () => {
      const payload = api.jobs.filter(({ queue }) => queue === 'check-connection')[count]?.payload;
      return payload && 'attemptId' in payload ? (payload.attemptId as AttemptId) : undefined;
    },
    { everyMs: 5 },
  );
  await waitUntil(
    'the attempt is there',
    async () => (await inCompany((tx) => findConnectionAttempt(tx, attemptId))) !== undefined,
    { everyMs: 5 },
  );
  return attemptId;
}

const countAttempts = () => api.jobs.filter(({ queue }) => queue === 'check-connection').length;

/** What the worker does when WeCom accepted the secret. */
async function accept(connectionId: ConnectionId, attemptId: AttemptId): Promise<void> {
  const now = api.clock.now();
  await inCompany(async (tx) => {
    const set = { secretSealed: Buffer.from('sealed'), setAt: now, setBy: newId() };
    const proof = { state: 'accepted', fault: null, detail: {}, checkedAt: now } as const;
    await saveConnectionSecret(tx, connectionId, 'contacts', set, proof);
    await acceptConnectionAttempt(tx, attemptId, connectionId);
  });
}

it('hands a further secret to the worker sealed, and shows how it stands without it', async () => {
  const connectionId = await connect();
  const path = `/v1/connections/${connectionId}/secrets/contacts`;
  const before = countAttempts();
  const asked = company.admin.ask<View>('PUT', path, { body: { secret: ` ${SECRET}\n` } });
  const attemptId = await attemptAfter(before);
  const attempt = await inCompany((tx) => findConnectionAttempt(tx, attemptId));
  expect(attempt).toMatchObject({ connectionId, purpose: 'contacts', state: 'checking' });
  const place = attemptSecretPlace(company.tenantId, attemptId);
  const opened = openFromBox(api.workerBoxPrivateKey, place, attempt?.secretSealed ?? Buffer.alloc(0));
  expect(Buffer.from(opened).toString()).toBe(SECRET);
  await accept(connectionId, attemptId);
  const answer = await asked;
  expect(answer.status).toBe(200);
  expect(answer.body.secrets).toMatchObject([{ purpose: 'contacts', state: 'accepted', fault: null }]);
  const all = JSON.stringify([answer.body, (await company.owner.ask('GET', '/v1/connections')).body, api.logged]);
  expect(all).not.toMatch(/Kq3n_|sealed/i);
});

it.each<[Fault, FaultDetail, number, string, string | undefined]>([
  ['secret.wrong', { errcode: 40001 }, 422, 'secret.wrong', 'secret'],
  ['secret.wrong_kind', { errcode: 48002 }, 422, 'secret.wrong_kind', 'secret'],
  ['ip.untrusted', { errcode: 60020, ip: '203.0.113.7' }, 422, 'ip.untrusted', undefined],
  ['wecom.busy', { errcode: -1 }, 503, 'secret.unproven', 'secret'],
])('answers a refusal for %s at its field', async (fault, detail, status, said, field) => {
  const connectionId = await connect();
  const before = countAttempts();
  const path = `/v1/connections/${connectionId}/secrets/customer_contact`;
  const asked = company.owner.ask<{ fault: string; field?: string }>('PUT', path, { body: { secret: SECRET } });
  const attemptId = await attemptAfter(before);
  await inCompany((tx) => refuseConnectionAttempt(tx, attemptId, fault, detail));
  const answer = await asked;
  expect([answer.status, answer.body.fault, answer.body.field]).toEqual([status, said, field]);
  expect(await inCompany((tx) => findConnectionAttempt(tx, attemptId))).toBeUndefined();
});

it('has one proved again on request', async () => {
  const connectionId = await connect();
  const path = `/v1/connections/${connectionId}/secrets/contacts`;
  expect(await company.owner.faultOf('POST', `${path}/check`, { body: {} })).toBe('secret.missing');
  const setAt = api.clock.now();
  const unproven = { state: 'unproven', fault: null, detail: {}, checkedAt: 1 } as const;
  const set = { secretSealed: Buffer.from('x'), setAt, setBy: newId() };
  await inCompany((tx) => saveConnectionSecret(tx, connectionId, 'contacts', set, unproven));
  const asked = company.owner.ask<View>('POST', `${path}/check`, { body: {} });
  await waitUntil('the job', () => Promise.resolve(jobsOf('check-secret', connectionId).length === 1));
  const proof = { ...unproven, state: 'refused', fault: 'secret.wrong', checkedAt: api.clock.now() + 1000 } as const;
  expect(await inCompany((tx) => saveSecretProof(tx, connectionId, 'contacts', setAt - 1, proof))).toBe(false);
  expect(await inCompany((tx) => saveSecretProof(tx, connectionId, 'contacts', setAt, proof))).toBe(true);
  expect(await asked).toMatchObject({ status: 202, body: { secrets: [{ state: 'refused', fault: 'secret.wrong' }] } });
});

it('removes one, wakes what used it, and says so in the audit log', async () => {
  const connectionId = await connect();
  const path = `/v1/connections/${connectionId}/secrets/customer_contact`;
  const set = { secretSealed: Buffer.from('x'), setAt: api.clock.now(), setBy: newId() };
  const proof = { state: 'accepted', fault: null, detail: {}, checkedAt: 1 } as const;
  await inCompany((tx) => saveConnectionSecret(tx, connectionId, 'customer_contact', set, proof));
  expect((await company.owner.ask('DELETE', path)).status).toBe(204);
  expect((await company.owner.ask<View>('GET', `/v1/connections/${connectionId}`)).body.secrets).toEqual([]);
  const kinds = jobsOf('enrich', connectionId).map((payload) => ('kind' in payload ? payload.kind : ''));
  expect(kinds).toEqual(KINDS_OF_SECRET.customer_contact);
  const [entry] = await inCompany((tx) => listAudit(tx, { before: null, limit: 1 }));
  expect(entry).toMatchObject({ event: 'secret.removed', detail: { purpose: 'customer_contact' } });
  expect(await company.owner.faultOf('DELETE', path)).toBe('secret.missing');
});

it('is for those who may connect, and for their own company', async () => {
  const connectionId = await connect();
  const path = `/v1/connections/${connectionId}/secrets/contacts`;
  const body = { secret: SECRET };
  for (const [method, at, input] of [
    ['PUT', path, { body }],
    ['POST', `${path}/check`, { body: {} }],
    ['DELETE', path, {}],
  ] as const) {
    expect(await others.owner.faultOf(method, at, input)).toBe('thing.missing');
    expect(await company.viewer.faultOf(method, at, input)).toBe('permission.missing');
  }
  expect(await company.owner.faultOf('PUT', path, { body: { secret: 'short' } })).toBe('secret.wrong');
  expect(await company.owner.faultOf('PUT', path.replace('contacts', 'archive'), { body })).toBe('thing.missing');
});
