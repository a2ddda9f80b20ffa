import { inTenant, markFilled, startIndexRun, findOpenIndexRun, countIndexRun } from '@highwater/db';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { makeArchive } from '../testing/archive.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let plain: TestApi;
let company: Company;

interface Index {
  readonly engine: string;
  readonly total: number;
  readonly indexed: number;
  readonly state: string;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly typesense: { readonly on: boolean; readonly ready: boolean; readonly leaving: boolean } | null;
}

beforeAll(async () => {
  api = await startApi(inject('superuser'), { offersTypesense: true });
  plain = await startApi(inject('superuser'));
});
afterAll(async () => {
  await api.stop();
  await plain.stop();
});
beforeEach(async () => {
  company = await makeCompany(api);
  await makeArchive(api, company);
});

const look = async () => (await company.admin.ask<Index>('GET', '/v1/index')).body;
const within = <Result>(work: Parameters<typeof inTenant<Result>>[2]) =>
  inTenant(api.database.database, company.tenantId, work);
const events = async () =>
  (await within((tx) => tx.query<{ event: string }>('SELECT event FROM hw.audit ORDER BY at'))).rows.map(
    ({ event }) => event,
  );

describe('the index', () => {
  it('says how much of the archive is in it, and what waits for a key is not', async () => {
    const { engine, total, indexed, state, progress, typesense } = await look();
    expect(engine).toBe('postgres');
    expect(total).toBeGreaterThan(indexed);
    expect(state).toBe('indexing');
    expect(progress).toBeNull();
    expect(typesense).toMatchObject({ offered: true, on: false, ready: false, indexed: 0 });
  });

  it('is rebuilt by a click, with its progress; a second click goes on with the first', async () => {
    const { status, body } = await company.admin.ask<Index>('POST', '/v1/index/rebuild');
    expect(status).toBe(202);
    expect(body).toMatchObject({ state: 'rebuilding', progress: { done: 0, total: 0 } });
    const run = await within((tx) => findOpenIndexRun(tx, 'postgres'));
    await within((tx) => countIndexRun(tx, run?.runId ?? '', api.clock.now()));
    expect((await look()).progress?.total).toBeGreaterThan(0);
    await company.admin.ask('POST', '/v1/index/rebuild');
    await company.admin.ask('POST', '/v1/index/check');
    const jobs = api.jobs.filter(({ queue }) => queue === 'check-index').map(({ payload }) => payload);
    expect(jobs.slice(-3)).toEqual(Array(3).fill({ tenantId: company.tenantId, runId: run?.runId }));
    expect(await events()).toEqual(expect.arrayContaining(['index.rebuilt', 'index.checked']));
  });

  it('is rebuilt instead of a check that is under way', async () => {
    await company.admin.ask('POST', '/v1/index/check');
    expect(await look()).not.toMatchObject({ state: 'rebuilding' });
    expect((await company.admin.ask<Index>('POST', '/v1/index/rebuild')).body.state).toBe('rebuilding');
  });

  it('is not for those who have no right to it', async () => {
    expect((await company.viewer.ask('POST', '/v1/index/rebuild')).status).toBe(403);
    expect((await company.viewer.ask('PUT', '/v1/index/typesense', { body: { on: true } })).status).toBe(403);
  });
});

describe('the fast search server', () => {
  it('answers only when it holds everything', async () => {
    const on = await company.admin.ask<Index>('PUT', '/v1/index/typesense', { body: { on: true } });
    expect(on.body).toMatchObject({ engine: 'postgres', typesense: { on: true, ready: false } });
    expect(api.jobs.at(-1)).toEqual({ queue: 'index-messages', payload: { tenantId: company.tenantId } });
    await within(async (tx) => {
      await startIndexRun(tx, {
        runId: '00000000-0000-4000-8000-00000000000c',
        engine: 'typesense',
        work: 'fill',
        version: 1,
        generation: 'messages_000001',
        askedBy: null,
        now: api.clock.now(),
      });
      await countIndexRun(tx, '00000000-0000-4000-8000-00000000000c', api.clock.now());
    });
    expect((await look()).typesense).toMatchObject({ progress: { done: 0 }, indexed: 0 });
    await within((tx) => markFilled(tx, 'messages_000001', 1));
    expect(await look()).toMatchObject({ engine: 'typesense', typesense: { ready: true } });
    expect(await events()).toContain('typesense.switched_on');
  });

  it('says that it is being emptied when it was switched off, once', async () => {
    await company.admin.ask('PUT', '/v1/index/typesense', { body: { on: true } });
    const off = await company.admin.ask<Index>('PUT', '/v1/index/typesense', { body: { on: false } });
    expect(off.body).toMatchObject({ engine: 'postgres', typesense: { on: false, leaving: true } });
    await company.admin.ask('PUT', '/v1/index/typesense', { body: { on: false } });
    expect((await events()).filter((event) => event === 'typesense.switched_off')).toHaveLength(1);
  });

  it('is refused where there is none', async () => {
    const other = await makeCompany(plain);
    const answer = await other.admin.ask<{ type: string }>('PUT', '/v1/index/typesense', { body: { on: true } });
    expect(answer.status).toBe(409);
    expect((await other.admin.ask<Index>('GET', '/v1/index')).body.typesense).toBeNull();
  });
});
