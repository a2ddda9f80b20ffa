import { inTenant } from '@highwater/db';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { openFolder, storePackage } from '../testing/stored-files.ts';

interface Export {
  readonly exportId: string;
  readonly mine: boolean;
}
interface WithWords {
  readonly selection: { readonly words: string | null };
}
interface ExportPage {
  readonly items: readonly Export[];
  readonly nextCursor: string | null;
}

/** Of every `build-export`: which export, and whether the transaction that it was enqueued in holds it. */
const jobs: { exportId: string; isThere: boolean }[] = [];
let queueFails = false;

let api: TestApi;
let company: Company;
let stop: () => Promise<void>;
beforeAll(async () => {
  const folder = await openFolder();
  api = await startApi(inject('superuser'), {
    objects: folder.objects,
    async enqueue(tx, queue, payload) {
      if (queue !== 'build-export' || !('exportId' in payload)) return;
      const { exportId } = payload;
      const { rowCount } = await tx.query("SELECT FROM hw.exports WHERE export_id = $1 AND state = 'queued'", [
        exportId,
      ]);
      jobs.push({ exportId, isThere: rowCount === 1 });
      if (queueFails) throw new Error('the queue is full');
    },
  });
  stop = () => api.stop().finally(() => folder.remove());
  company = await makeCompany(api);
});
afterAll(() => stop());

async function request(browser: Browser, body: object = {}): Promise<string> {
  const made = await browser.ask<Export>('POST', '/v1/exports', { body });
  expect(made.status).toBe(201);
  return made.body.exportId;
}

async function list(browser: Browser, query = ''): Promise<string[]> {
  const { body } = await browser.ask<ExportPage>('GET', `/v1/exports${query}`);
  return body.items.map(({ exportId }) => exportId);
}

it('is kept together with its job, and shows the selection without its words', async () => {
  const before = jobs.length;
  const body = { q: '机密 报价', people: ['linxiaoyu'], kinds: ['text'], from: 1, until: 2 };
  const made = await company.viewer.ask<Export>('POST', '/v1/exports', { body });
  expect(made).toMatchObject({
    status: 201,
    body: {
      state: 'queued',
      mine: true,
      requestedBy: { name: 'viewer' },
      selection: { people: ['linxiaoyu'], roomId: null, kinds: ['text'], from: 1, until: 2, hasWords: true },
    },
  });
  expect(JSON.stringify(made.body)).not.toContain('机密');
  expect(jobs.slice(before)).toEqual([{ exportId: made.body.exportId, isThere: true }]);
});

it('shows the words that were searched to who searched them, and to nobody else', async () => {
  const headers = { 'idempotency-key': 'words' };
  const body = { q: '报价 OR 合同 "交 货" -样品' };
  const exportId = (await company.viewer.ask<Export>('POST', '/v1/exports', { body, headers })).body.exportId;
  const wordsTo = async (reader: Browser) => {
    const one = await reader.ask<WithWords>('GET', `/v1/exports/${exportId}`);
    const page = await reader.ask<{ items: readonly (WithWords & Export)[] }>('GET', '/v1/exports');
    const listed = page.body.items.find((each) => each.exportId === exportId);
    return [one.body.selection.words, listed?.selection.words];
  };
  expect(await wordsTo(company.viewer)).toEqual([body.q, body.q]);
  for (const reader of [company.owner, company.admin]) expect(await wordsTo(reader)).toEqual([null, null]);
  const again = await company.viewer.ask<WithWords>('POST', '/v1/exports', { body, headers });
  expect(again.body.selection.words).toBeNull();
  const kept = await inTenant(api.database.database, company.tenantId, (tx) =>
    tx.query<{ text: string }>(
      `SELECT (SELECT string_agg(e::text, ' ') FROM hw.exports e) || (SELECT string_agg(k::text, ' ') FROM hw.idempotency_keys k) AS text`,
    ),
  );
  expect(kept.rows[0]?.text).toContain(exportId);
  expect(kept.rows[0]?.text).not.toContain('报价');
});

it('is not kept when its job cannot be', async () => {
  const before = await list(company.owner);
  queueFails = true;
  expect((await company.owner.ask('POST', '/v1/exports', { body: {} })).status).toBe(500);
  queueFails = false;
  expect(await list(company.owner)).toEqual(before);
});

it('is made once under one key, whose body may not change and which is its own per member', async () => {
  const before = jobs.length;
  const headers = { 'idempotency-key': 'morning' };
  const ask = (browser: Browser, body: object) => browser.ask<Export>('POST', '/v1/exports', { body, headers });
  const [one, two] = await Promise.all([1, 2].map(() => ask(company.admin, { people: ['linxiaoyu'] })));
  const three = await ask(company.admin, { people: ['linxiaoyu'] });
  expect([one?.status, two?.status, three.status]).toEqual([201, 201, 201]);
  expect(two?.body).toEqual(one?.body);
  expect(three.body).toEqual(one?.body);
  expect(jobs.slice(before)).toHaveLength(1);
  expect((await ask(company.admin, { people: ['boss'] })).body).toMatchObject({ fault: 'idempotency.mismatch' });
  expect(jobs.slice(before)).toHaveLength(1);
  const other = await ask(company.owner, { people: ['linxiaoyu'] });
  expect(other.body.exportId).not.toBe(one?.body.exportId);
});

it.each([
  [{ from: 5, until: 5 }, 'until'],
  [{ from: -1 }, 'from'],
  [{ people: 'linxiaoyu' }, 'people'],
  [{ surprise: true }, 'surprise'],
])('is refused for %j', async (body, field) => {
  const refused = await company.owner.ask('POST', '/v1/exports', { body });
  expect(refused.body).toMatchObject({ fault: 'request.malformed', field });
});

it('is listed to whoever asked for it, and to those who see everything', async () => {
  const colleague = await joinCompany(api, company.owner, company.tenantId, { role: 'viewer', employees: ['boss'] });
  const [theirs, owners] = [await request(colleague), await request(company.owner)];
  expect(await list(colleague)).toEqual([theirs]);
  expect(await list(company.admin)).toEqual(expect.arrayContaining([theirs, owners]));
  const mine = await company.owner.ask<Export>('GET', `/v1/exports/${owners}`);
  const foreign = await company.owner.ask<Export>('GET', `/v1/exports/${theirs}`);
  expect([mine.body.mine, foreign.body.mine]).toEqual([true, false]);
  for (const [method, path] of [
    ['GET', `/v1/exports/${owners}`],
    ['POST', `/v1/exports/${owners}/cancel`],
    ['GET', `/v1/exports/${owners}/download`],
  ] as const) {
    expect(await colleague.faultOf(method, path)).toBe('thing.missing');
  }
  const stranger = await makeCompany(api, '陌生人');
  expect(await stranger.owner.faultOf('GET', `/v1/exports/${owners}`)).toBe('thing.missing');
  expect(await list(stranger.owner)).toEqual([]);
});

it('is listed page by page, newest first', async () => {
  const all = await list(company.owner);
  expect(all.length).toBeGreaterThan(2);
  const first = await company.owner.ask<ExportPage>('GET', '/v1/exports?limit=2');
  await request(company.owner);
  const rest = await list(company.owner, `?cursor=${first.body.nextCursor}`);
  expect([...first.body.items.map(({ exportId }) => exportId), ...rest]).toEqual(all);
  expect(await company.owner.faultOf('GET', '/v1/exports?cursor=e30')).toBe('cursor.invalid');
});

it('is cancelled while it waits; a finished one stays', async () => {
  const waiting = await request(company.viewer);
  const cancelled = await company.viewer.ask('POST', `/v1/exports/${waiting}/cancel`);
  expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  expect(await company.viewer.ask('POST', `/v1/exports/${waiting}/cancel`)).toMatchObject({ status: 409 });
  expect(await company.viewer.faultOf('GET', `/v1/exports/${waiting}/download`)).toBe('export.cancelled');

  const finished = await request(company.owner);
  await storePackage(api, company.tenantId, finished, { access: { kind: 'all' }, bytes: Buffer.from('zip') });
  const refused = await company.owner.ask('POST', `/v1/exports/${finished}/cancel`);
  expect(refused).toMatchObject({ status: 409, body: { fault: 'request.conflict' } });
  expect((await company.owner.ask('GET', `/v1/exports/${finished}`)).body).toMatchObject({ state: 'complete' });
});
