import { randomUUID } from 'node:crypto';
import { insertMessages, inTenant, raiseFinding, saveEnvelopes } from '@highwater/db';
import type { MessageId } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeArchive, message, type SmallArchive } from '../testing/archive.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let company: Company;
let others: Company;
let archive: SmallArchive;

beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
  archive = await makeArchive(api, company);
});
afterAll(() => api.stop());

interface Repair {
  readonly runId: string;
  readonly total: number | null;
  readonly done: number;
}
interface Quarantine {
  readonly groups: readonly { readonly cause: string; readonly firstAt: number; readonly windowEndsAt: number }[];
  readonly unknown: readonly object[];
  readonly repairs: readonly Repair[];
}

const LAST = '18446744073709551615';
const quarantine = async () => (await company.admin.ask<Quarantine>('GET', '/v1/quarantine')).body;
const jobs = (queue: string) => api.jobs.filter((job) => job.queue === queue);

it('names every cause with its count, its numbers, and the end of WeCom’s window', async () => {
  const { connectionId } = archive;
  const { groups, unknown } = await quarantine();
  const of = (name: string) => groups.find(({ cause }) => cause === name);
  expect(of('key_missing')).toMatchObject({ connectionId, publickeyVer: 3, count: 1, firstSeq: '6', lastSeq: '6' });
  expect(of('unreadable')).toMatchObject({ publickeyVer: null, count: 1, firstSeq: LAST, lastSeq: LAST });
  for (const { firstAt, windowEndsAt } of groups) expect(windowEndsAt - firstAt).toBe(5 * 86_400_000);
  expect(unknown).toMatchObject([{ connectionId, type: null, isKnown: false, count: 1 }]);
  expect((await others.owner.ask<Quarantine>('GET', '/v1/quarantine')).body).toEqual({
    groups: [],
    unknown: [],
    repairs: [],
  });
});

it('tells a type that is not known from a known one whose content is irregular', async () => {
  const typed = (unknownType: string) => ({
    ...message(randomUUID() as MessageId, api.clock.now(), 'unknown'),
    unknownType,
  });
  await inTenant(api.database.database, company.tenantId, (tx) =>
    insertMessages(tx, archive.connectionId, [typed('text'), typed('hologram')], api.clock.now()),
  );
  const { unknown } = await quarantine();
  expect(unknown).toContainEqual(expect.objectContaining({ type: 'text', isKnown: true }));
  expect(unknown).toContainEqual(expect.objectContaining({ type: 'hologram', isKnown: false }));
});

it('lists the envelopes in pages, without content', async () => {
  const { connectionId } = archive;
  await inTenant(api.database.database, company.tenantId, (tx) => {
    const envelope = { msgid: 'secret-msgid', publickeyVer: 9, fault: 'key.wrong', messageId: null } as const;
    const rows = [20, 21, 22].map((seq) => ({
      ...envelope,
      seq: String(seq),
      sha256: 'ff',
      position: seq,
      state: 'sealed' as const,
    }));
    return saveEnvelopes(tx, connectionId, 1, rows, api.clock.now());
  });
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = `connectionId=${connectionId}&cause=key_wrong&publickeyVer=9&limit=2${cursor && `&cursor=${cursor}`}`;
    const page = await company.admin.ask<{ items: { seq: string }[]; nextCursor: string | null }>(
      'GET',
      `/v1/quarantine/envelopes?${query}`,
    );
    expect(JSON.stringify(page.body)).not.toContain('secret-msgid');
    seen.push(...page.body.items.map(({ seq }) => seq));
    cursor = page.body.nextCursor;
  }
  expect(seen).toEqual(['22', '21', '20']);
  const all = await company.admin.ask<{ items: object[] }>(
    'GET',
    `/v1/quarantine/envelopes?connectionId=${connectionId}`,
  );
  expect(all.body.items).toHaveLength(5);
  const theirs = await others.owner.ask<{ items: object[] }>(
    'GET',
    `/v1/quarantine/envelopes?connectionId=${connectionId}`,
  );
  expect(theirs.body.items).toEqual([]);
});

it.each([
  ['reopen', { cause: 'key_missing', publickeyVer: 3 }, 'reopen-pages', 'quarantine.reopened'],
  ['reopen', {}, 'reopen-pages', 'quarantine.reopened'],
  ['reparse', { among: 'unknown' }, 'reparse-messages', 'messages.reparsed'],
  ['reparse', { among: 'all' }, 'reparse-messages', 'messages.reparsed'],
])('%s %j starts one run, seen under way, and is audited', async (verb, scope, queue, event) => {
  const { connectionId } = archive;
  const before = jobs(queue).length;
  const body = { connectionId, ...scope };
  const first = await company.owner.ask<Repair>('POST', `/v1/quarantine/${verb}`, { body });
  const second = await company.owner.ask<Repair>('POST', `/v1/quarantine/${verb}`, { body });
  expect(first.status).toBe(202);
  expect(second.body.runId).toBe(first.body.runId);
  expect(jobs(queue)).toHaveLength(before + 2);
  expect((await quarantine()).repairs).toContainEqual(
    expect.objectContaining({ ...scope, runId: first.body.runId, total: null, done: 0, finishedAt: null }),
  );
  const { rows } = await inTenant(api.database.database, company.tenantId, (tx) =>
    tx.query('SELECT 1 FROM hw.audit WHERE tenant_id = $1 AND event = $2 AND detail = $3', [
      company.tenantId,
      event,
      JSON.stringify(scope),
    ]),
  );
  expect(rows).toHaveLength(2);
});

it.each([
  ['reopen', { cause: 'nonsense' }],
  ['reopen', { publickeyVer: -1 }],
  ['reparse', { among: 'outdated' }],
  ['reparse', {}],
])('%s refuses %j', async (verb, scope) => {
  const body = { connectionId: archive.connectionId, ...scope };
  expect(await company.owner.faultOf('POST', `/v1/quarantine/${verb}`, { body })).toBe('request.malformed');
});

it('is read by those who see completeness and worked on by those who may connect', async () => {
  const body = { connectionId: archive.connectionId };
  const asks = [
    ['GET', '/v1/quarantine', {}],
    ['GET', `/v1/quarantine/envelopes?connectionId=${archive.connectionId}`, {}],
    ['POST', '/v1/quarantine/reopen', { body }],
    ['POST', '/v1/quarantine/reparse', { body: { ...body, among: 'all' } }],
  ] as const;
  for (const [method, path, request] of asks) {
    expect(await company.viewer.faultOf(method, path, request)).toBe('permission.missing');
  }
  for (const [method, path, request] of asks.slice(2)) {
    expect(await others.owner.faultOf(method, path, request)).toBe('thing.missing');
  }
});

it('a finding says how many messages wait for which version', async () => {
  await inTenant(api.database.database, company.tenantId, (tx) =>
    raiseFinding(tx, {
      fault: 'key.missing',
      subject: `connection:${archive.connectionId}:version:3`,
      detail: { publickeyVer: 3, count: 214 },
      now: api.clock.now(),
    }),
  );
  const found = await company.admin.ask<{ items: { title: string }[] }>('GET', '/v1/findings');
  expect(found.body.items.map(({ title }) => title)).toContain('有 214 条消息在等待版本 3 的私钥');
});
