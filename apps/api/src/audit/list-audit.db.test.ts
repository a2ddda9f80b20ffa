import { verifyAuditFile } from '@highwater/crypto';
import { countStatement, createPool, insertStatement, inTenant, linkAudit } from '@highwater/db';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { makeOrchard, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let company: Company;
let orchard: Orchard;
let superuser: pg.Pool;
let messageId: string;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  orchard = await makeOrchard(api, company);
  superuser = createPool({ ...inject('superuser'), database: api.database.name }, { max: 1 });
  ({ messageId } = await orchard.talk.say({ from: 'linxiaoyu', to: ['chenjie'], text: '你好' }));
  await company.owner.ask('GET', `/v1/messages/${messageId}/context`);
  await company.owner.ask('GET', `/v1/messages/${messageId}`);
  await company.owner.ask('GET', '/v1/messages/search?q=%E8%BF%94%E7%82%B9%20%E5%90%88%E5%90%8C&person=chenjie');
  await company.viewer.ask('GET', '/v1/audit');
});
afterAll(async () => {
  await superuser.end();
  await api.stop();
});

interface Line {
  readonly auditId: string;
  readonly event: string;
  readonly memberName: string | null;
  readonly isMember: boolean;
  readonly about: { readonly name: string | null; readonly people: readonly string[]; readonly isGone: boolean } | null;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly hasWords: boolean;
  readonly at: number;
}
interface Page {
  readonly items: readonly Line[];
  readonly nextCursor: string | null;
}
const list = async (query = '') => (await company.owner.ask<Page>('GET', `/v1/audit${query}`)).body;
const eventsOf = async (query: string) => (await list(query)).items.map(({ event }) => event);
const bytes = async (path: string) => (await company.owner.ask<string>('GET', path)).body;
const link = () => inTenant(api.deps.database, company.tenantId, (tx) => linkAudit(tx, api.clock.now(), 1000));

describe('the log', () => {
  it('is narrowed by who, what, about whom, when and from where', async () => {
    const { items } = await list();
    const viewed = items.find(({ event }) => event === 'conversation.viewed');
    const conversation = viewed?.subject ?? '';
    const opened = ['message.viewed', 'conversation.viewed'];
    expect(await eventsOf('?group=reading')).toEqual(opened);
    expect(await eventsOf(`?about=${conversation}`)).toEqual(opened);
    expect(await eventsOf('?about=person:chenjie')).toEqual(['messages.searched', ...opened]);
    expect(await eventsOf('?about=person:nobody')).toEqual([]);
    expect(await eventsOf('?group=denials')).toEqual(['access.denied']);
    const denied = await list('?group=denials');
    expect(denied.items[0]?.memberName).toBe('viewer');
    const { body } = await company.owner.ask<{ items: { memberId: string; name: string }[] }>(
      'GET',
      '/v1/audit/actors',
    );
    const viewer = body.items.find(({ name }) => name === 'viewer')?.memberId;
    expect(await eventsOf(`?member=${viewer}`)).toContain('access.denied');
    expect(await eventsOf(`?member=${viewer}&group=reading`)).toEqual([]);
    expect(await eventsOf(`?from=${api.clock.now() + 60_000}`)).toEqual([]);
    expect((await eventsOf(`?until=${api.clock.now() + 60_000}`)).length).toBe(items.length);
    expect(await eventsOf('?address=203.0.113.9')).toEqual([]);
    expect((await company.owner.ask('GET', '/v1/audit?group=all')).status).toBe(422);
    expect((await company.owner.ask('GET', '/v1/audit?about=thing:1')).status).toBe(422);
  });

  it('pages through the same lines with the same filter', async () => {
    const whole = await list('?group=reading');
    const first = await list('?group=reading&limit=1');
    const second = await list(`?group=reading&limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(whole.items);
    expect(second.nextCursor).toBeNull();
  });

  it('says what things are called today, and who left', async () => {
    const { items } = await list('?group=reading');
    expect(items[0]?.about).toMatchObject({ isGone: false, people: expect.arrayContaining([expect.any(String)]) });
    const leaver = await joinCompany(api, company.owner, company.tenantId, {
      role: 'viewer',
      employees: ['linxiaoyu'],
    });
    await leaver.ask('GET', '/v1/audit');
    const actors = await company.owner.ask<{ items: { memberId: string }[] }>('GET', '/v1/audit/actors');
    const [denied] = (await list('?group=denials')).items;
    const memberId = actors.body.items.map((each) => each.memberId);
    for (const id of memberId) {
      const own = await list(`?member=${id}&group=denials&limit=1`);
      if (own.items[0]?.auditId === denied?.auditId) await company.owner.ask('DELETE', `/v1/members/${id}`);
    }
    expect((await list('?group=denials')).items[0]).toMatchObject({ memberName: 'viewer', isMember: false });
  });
});

describe('words of a search', () => {
  it('are opened for who may read them, and that is a line', async () => {
    const [searched] = (await list('?group=searches')).items;
    expect(searched).toMatchObject({ hasWords: true, subject: 'person:chenjie', detail: { words: 2 } });
    const path = `/v1/audit/${searched?.auditId}/words`;
    expect((await company.owner.ask('POST', path)).body).toMatchObject({ words: ['返点 合同'] });
    expect((await list('?group=proofs')).items[0]).toMatchObject({
      event: 'audit.words_opened',
      subject: `audit:${searched?.auditId}`,
    });
    // An admin sees the log and not what others searched for.
    expect((await company.admin.ask('GET', '/v1/audit')).status).toBe(200);
    expect(await company.admin.faultOf('POST', path)).toBe('permission.missing');
    const other = (await list('?group=reading')).items[0];
    expect(await company.owner.faultOf('POST', `/v1/audit/${other?.auditId}/words`)).toBe('thing.missing');
  });

  it('stay closed to other companies, which is a line for nobody', async () => {
    const neighbours = await makeCompany(api, '邻居');
    const path = `/v1/audit/${(await list('?group=searches')).items[0]?.auditId}/words`;
    const lines = async () => [
      await eventsOf('?group=proofs'),
      (await neighbours.owner.ask<Page>('GET', '/v1/audit')).body.items.map(({ event }) => event),
    ];
    const before = await lines();
    const nowhere = `/v1/audit/${messageId}/words`;
    const [hidden, missing] = [await neighbours.owner.ask('POST', path), await neighbours.owner.ask('POST', nowhere)];
    expect(hidden).toMatchObject({ status: 404, body: { fault: 'thing.missing' } });
    const size = (body: unknown) => JSON.stringify(body).length;
    expect(size(hidden.body)).toBe(size(missing.body));
    expect(await lines()).toEqual(before);
  });

  it('are told once for all pages of one search', async () => {
    const searches = async () => (await list('?group=searches&limit=200')).items.length;
    const page = async (query: string) => {
      const { body } = await company.owner.ask<Page>('GET', `/v1/messages/search?${query}`);
      return body.nextCursor;
    };
    const before = await searches();
    const cursor = await page('limit=1');
    expect(cursor).not.toBeNull();
    await page(`limit=1&cursor=${cursor}`);
    await page(`limit=1&cursor=${cursor}`);
    expect(await searches()).toBe(before + 1);
    await page(`limit=1&kind=text&cursor=${cursor}`);
    expect(await searches()).toBe(before + 2);
  });
});

describe('a download of the log', () => {
  it('as a table opens no formula and names its lines in words', async () => {
    await superuser.query("UPDATE hw.members SET name = '=1+1' WHERE tenant_id = $1 AND name = 'viewer'", [
      company.tenantId,
    ]);
    const table = await bytes('/v1/audit/file.csv?group=denials');
    expect(table).toContain("'=1+1");
    expect(table).toContain('access.denied');
    expect(table).not.toContain('conversation.viewed');
    expect((await list('?group=proofs')).items[0]).toMatchObject({
      event: 'audit.exported',
      detail: { file: 'csv', group: 'denials' },
    });
  });

  it('with its chain is proven without us, and names what was changed, taken out or cut off', async () => {
    await link();
    const file = await bytes('/v1/audit/file.jsonl');
    const lines = file.trimEnd().split('\n');
    const whole = await verifyAuditFile(each(lines));
    expect(whole).toMatchObject({ problems: [], isWhole: true, oddLines: [], tenantId: company.tenantId });
    expect(whole.shown).toBe(whole.rows);
    expect(file).not.toContain('返点');

    const changed = lines.map((line) => line.replace('"access.denied"', '"access.granted"'));
    expect((await verifyAuditFile(each(changed))).problems[0]).toMatchObject({ kind: 'row_changed' });
    const without = lines.filter((_line, at) => at !== 3);
    expect(await verifyAuditFile(each(without))).toMatchObject({
      isWhole: false,
      problems: [{ kind: 'link_missing' }],
    });
    expect(await verifyAuditFile(each(lines.slice(0, -2)))).toMatchObject({ isWhole: false, problems: [] });
  });

  it('that holds a part has links for the rest, and is proven as well', async () => {
    const lines = (await bytes('/v1/audit/file.jsonl?group=denials')).trimEnd().split('\n');
    const found = await verifyAuditFile(each(lines));
    expect(found).toMatchObject({ problems: [], isWhole: true });
    expect(found.shown).toBeGreaterThan(0);
    expect(found.shown).toBeLessThan(found.rows);
    expect(lines.join('\n')).not.toContain('conversation.viewed');
  });

  it('is for who sees the log', async () => {
    for (const path of ['file.csv', 'file.jsonl', 'checkpoints', 'statements', 'state', 'actors'])
      expect.soft(await company.viewer.faultOf('GET', `/v1/audit/${path}`), path).toBe('permission.missing');
  });
});

it('compares with where a mail said that the log stood', async () => {
  await link();
  const { rows } = await superuser.query<{ hash: string }>(
    "SELECT encode(hash, 'hex') AS hash FROM hw.audit_chain WHERE tenant_id = $1 AND position = 2",
    [company.tenantId],
  );
  const hash = rows[0]?.hash ?? '';
  const text = [`2:${hash}`, `3:${hash}`, `999999:${hash}`, 'what is this'].join('\n');
  const { body } = await company.owner.ask<{ items: object[] }>('POST', '/v1/audit/compare', { body: { text } });
  expect(body.items).toMatchObject([
    { line: 1, rows: 2, result: 'agrees' },
    { line: 2, result: 'history_differs' },
    { line: 3, result: 'cut_off' },
    { line: 4, result: 'unreadable' },
  ]);
});

it('a statement says who looked at whom, in numbers and names', async () => {
  const month = { month: '2026-10', zone: 'Asia/Shanghai', fromAt: 0, untilAt: 1, madeAt: api.clock.now() };
  await inTenant(api.deps.database, company.tenantId, async (tx) => {
    const lines = await countStatement(tx, api.clock.now() - 3_600_000, api.clock.now() + 3_600_000);
    await insertStatement(tx, { ...month, lines });
  });
  const { body } = await company.owner.ask<{ lines: { name: string; top: { subject: string }[] }[] }>(
    'GET',
    '/v1/audit/statements/2026-10',
  );
  expect(body.lines[0]).toMatchObject({ name: 'Owner', conversations: 1, searches: expect.any(Number), denials: 0 });
  expect(body.lines[0]?.top.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['person:chenjie', 'person:linxiaoyu']),
  );
  const statement = { subject: 'statement:2026-10', memberName: 'Owner' };
  expect((await list('?limit=1')).items[0]).toMatchObject({ event: 'statement.viewed', ...statement });
  expect(await bytes('/v1/audit/statements/2026-10/file.csv')).toContain('Owner');
  expect((await list('?limit=1')).items[0]).toMatchObject({ event: 'statement.downloaded', ...statement });
  for (const suffix of ['', '/file.csv']) {
    expect((await company.owner.ask('GET', `/v1/audit/statements/2026-09${suffix}`)).status).toBe(404);
    expect((await list('?limit=1')).items[0]).toMatchObject({ event: 'statement.downloaded', ...statement });
    expect(await company.viewer.faultOf('GET', `/v1/audit/statements/2026-10${suffix}`)).toBe('permission.missing');
    expect((await list('?limit=1')).items[0]).toMatchObject({
      event: 'access.denied',
      subject: `route:/v1/audit/statements/{month}${suffix}`,
    });
    await bytes('/v1/audit/statements/2026-10/file.csv');
  }
});

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
