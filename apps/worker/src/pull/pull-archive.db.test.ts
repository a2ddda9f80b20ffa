import { chainHash, CHAIN_START, leafHash } from '@highwater/crypto';
import { inTenant, moveCursor } from '@highwater/db';
import type { ConnectionId, FailpointName, TenantId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { checkLedger } from '../testing/check-ledger.ts';
import { createChainFixture, Killed, type ChainFixture } from '../testing/chain-fixture.ts';
import { restorePage } from './page-bytes.ts';
import { pullArchive } from './pull-archive.ts';
import { storePage, type StorePage } from './store-page.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;
let key: { publicPem: string; version: number };

const text = (n: number) =>
  JSON.stringify({
    msgid: `${n}_1794500076174_external`,
    action: 'send',
    from: 'LinXiaoyu',
    tolist: ['wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8'],
    roomid: '',
    msgtime: 1_794_500_000_000 + n,
    msgtype: 'text',
    text: { content: `第${n}箱柑橘` },
  });
const texts = (count: number) => Array.from({ length: count }, (_, n) => text(n + 1));

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.finance.envelopes.length = 0;
  fixture.finance.faults.length = 0;
  fixture.finance.answers.length = 0;
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  const connected = await fixture.connect(tenantId);
  connectionId = connected.connectionId;
  key = { publicPem: connected.publicPem, version: 1 };
});

const findings = () =>
  fixture.read<{ fault: string; count: number; detail: object; resolved: number | null }>(
    tenantId,
    'SELECT fault, count, detail, resolved_at AS resolved FROM hw.findings ORDER BY since, fault',
  );
const nextPullIn = async () => {
  const [row] = await fixture.read<{ next: number }>(tenantId, 'SELECT next_pull_at AS next FROM hw.connections');
  return (row?.next ?? 0) - fixture.clock.at;
};

describe('a pull', () => {
  it('keeps every page as received, with its place in the chain, until WeCom has no more', async () => {
    fixture.finance.archive(texts(3), key);
    fixture.finance.archive([text(4)], key, { seq: 9n });
    const asked = fixture.finance.page(0n, 1000);
    await fixture.drain();
    expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
    const [page] = await fixture.read<{ bytes: Buffer; sha256: string; unseen: unknown; leaf: string; chain: string }>(
      tenantId,
      'SELECT bytes, sha256, unseen, leaf_hash AS leaf, chain_hash AS chain FROM hw.pages',
    );
    if (page === undefined) throw new Error('no page');
    expect(Buffer.from(await restorePage(page.bytes, page.sha256)).toString('utf8')).toBe(asked);
    expect(page.unseen).toEqual([['4', '8']]);
    const facts = { after: 0n, first: 1n, last: 9n, count: 4, unseen: [['4', '8']] as const, sha256: page.sha256 };
    expect(page.leaf).toBe(leafHash({ tenantId, connectionId, ...facts, receivedAt: fixture.clock.at }));
    expect(page.chain).toBe(chainHash(CHAIN_START, page.leaf));
    expect(await nextPullIn()).toBe(300_000);
  });

  it('goes on with the page after, and asks again until the answer is empty', async () => {
    fixture.finance.archive(texts(1203), key);
    const before = fixture.finance.pageCalls;
    await pullArchive(fixture.deps, tenantId, connectionId);
    expect(fixture.finance.pageCalls - before).toBe(3);
    const pages = await fixture.read(tenantId, 'SELECT count, first_seq, last_seq FROM hw.pages ORDER BY page_no');
    expect(pages).toEqual([
      { count: 1000, first_seq: '1', last_seq: '1000' },
      { count: 203, first_seq: '1001', last_seq: '1203' },
    ]);
  });

  it('keeps numbers beyond 2^63 exactly', async () => {
    fixture.finance.archive([text(1)], key, { seq: 18_446_744_073_709_551_614n });
    await fixture.drain();
    expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
  });

  it.each([
    ['nothing that is JSON', '<html>busy</html>', 'page.garbled'],
    ['half a page', '{"errcode":0,"errmsg":"ok","chatdata":[{"seq":1', 'page.garbled'],
    ['an errcode', '{"errcode":301052,"errmsg":"contract is over time","chatdata":[]}', 'archive.expired'],
    ['numbers that go back', '{"errcode":0,"chatdata":[{"seq":2,"msgid":"a"},{"seq":1,"msgid":"b"}]}', 'page.order'],
  ])('makes a finding of %s, leaves the cursor, and heals', async (_, answer, fault) => {
    fixture.finance.archive(texts(2), key);
    fixture.finance.answers.push(answer, answer);
    await pullArchive(fixture.deps, tenantId, connectionId);
    await pullArchive(fixture.deps, tenantId, connectionId);
    expect(await findings()).toMatchObject([{ fault, count: 2, resolved: null }]);
    expect(await fixture.read(tenantId, 'SELECT cursor_seq AS cursor FROM hw.connections')).toEqual([{ cursor: '0' }]);
    expect(await fixture.read(tenantId, 'SELECT 1 FROM hw.pages')).toEqual([]);
    await pullArchive(fixture.deps, tenantId, connectionId);
    await fixture.drain();
    expect(await findings()).toMatchObject([{ fault, count: 2, resolved: fixture.clock.at }]);
    expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
  });

  it.each([
    ['numbers twice', [1, 1, 2, 2], [1, 2], 3],
    ['numbers that go back', [2, 1], [1, 2], 3],
    ['a hole and a repeated number', [3, 1, 3], [1, 3], 3],
  ])('keeps %s whole when WeCom insists, and loses and doubles nothing', async (_, order, distinct, last) => {
    fixture.finance.archive(texts(3), key);
    const { chatdata } = JSON.parse(fixture.finance.page(0n, 3)) as { chatdata: { seq: number }[] };
    const answer = JSON.stringify({ errcode: 0, errmsg: 'ok', chatdata: order.map((seq) => chatdata[seq - 1]) });
    // Once damaged in another way: what was counted before is not this damage.
    fixture.finance.answers.push('<html>busy</html>', answer, answer, answer);
    for (let n = 1; n <= 4; n += 1) await pullArchive(fixture.deps, tenantId, connectionId);
    expect(await fixture.read(tenantId, 'SELECT 1 FROM hw.pages')).toEqual([]);
    expect((await findings()).at(-1)).toMatchObject({
      fault: 'page.order',
      count: 3,
      detail: { cursor: '0', same: 3 },
    });
    fixture.finance.answers.push(answer);
    await fixture.drain();
    await pullArchive(fixture.deps, tenantId, connectionId);
    await fixture.drain();
    const [page] = await fixture.read<{ count: number; first: string; last: string; unseen: unknown[] }>(
      tenantId,
      'SELECT count, first_seq AS first, last_seq AS last, unseen FROM hw.pages ORDER BY page_no',
    );
    expect(page).toMatchObject({ count: distinct.length, first: '1', last: String(distinct.at(-1)) });
    const seqs = await fixture.read<{ seq: string }>(
      tenantId,
      'SELECT seq FROM hw.envelopes ORDER BY hw.envelopes.seq',
    );
    const all = distinct.at(-1) === last ? distinct : [1, 2, 3];
    expect(seqs.map(({ seq }) => Number(seq))).toEqual(all);
    expect((await findings()).filter(({ resolved }) => resolved === null)).toEqual([]);
  });

  it('takes what is new from a page that reaches back, and waits when there is nothing new in it', async () => {
    fixture.finance.archive(texts(3), key);
    await fixture.drain();
    const behind = fixture.finance.page(0n, 3);
    fixture.finance.archive([text(4)], key, { seq: 4n });
    const reaching = fixture.finance.page(0n, 4);
    const pull = async (answer: string, times: number) => {
      for (let n = 0; n < times; n += 1) {
        fixture.finance.answers.push(answer);
        await pullArchive(fixture.deps, tenantId, connectionId);
      }
    };
    await pull(behind, 5);
    expect(await findings()).toMatchObject([{ fault: 'page.order', count: 5, resolved: null }]);
    await pull(reaching, 1);
    await fixture.drain();
    expect(await findings()).toMatchObject([{ fault: 'page.order', resolved: fixture.clock.at }]);
    expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
    const rows = await fixture.read(tenantId, 'SELECT 1 FROM hw.messages');
    expect(rows).toHaveLength(4);
  });

  it('comes back sooner after a fault that may pass, later with each, and in its time after one that needs a person', async () => {
    fixture.finance.faults.push(
      { fault: 'wecom.unreachable' },
      { fault: 'wecom.unreachable' },
      { fault: 'secret.wrong' },
    );
    const waits: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      await pullArchive(fixture.deps, tenantId, connectionId);
      waits.push(await nextPullIn());
    }
    const [first = 0, second = 0, third = 0] = waits;
    expect(first).toBeGreaterThanOrEqual(3_750);
    expect(first).toBeLessThanOrEqual(6_250);
    expect(second).toBeGreaterThan(first);
    expect(third).toBe(300_000);
    expect(await fixture.read(tenantId, 'SELECT last_answer_at AS at FROM hw.connections')).toEqual([{ at: null }]);
  });

  it('leaves WeCom alone for as long as a refusal for frequency says', async () => {
    fixture.finance.faults.push({ fault: 'wecom.throttled', detail: { errcode: 45009, retryAfterSeconds: 960 } });
    await pullArchive(fixture.deps, tenantId, connectionId);
    expect(await nextPullIn()).toBe(960_000);
  });

  it('keeps the checks of the connection in step with what it meets', async () => {
    const addressCheck = () => fixture.read(tenantId, "SELECT state FROM hw.connection_checks WHERE step = 'address'");
    await fixture.drain();
    fixture.finance.faults.push({ fault: 'ip.untrusted' }, { fault: 'ip.untrusted' });
    await pullArchive(fixture.deps, tenantId, connectionId);
    await fixture.drain(['run-preflight']);
    expect(await addressCheck()).toEqual([{ state: 'failed' }]);
    await pullArchive(fixture.deps, tenantId, connectionId);
    await fixture.drain(['run-preflight']);
    expect(await addressCheck()).toEqual([{ state: 'passed' }]);
  });

  it('stops quietly when another puller was faster, and both lose and double nothing', async () => {
    fixture.finance.archive(texts(1500), key);
    await Promise.all([1, 2, 3].map(() => pullArchive(fixture.deps, tenantId, connectionId)));
    await fixture.drain();
    expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
  });
});

describe('a puller that is killed', () => {
  const places: FailpointName[] = ['pull.fetched', 'pull.page_inserted', 'pull.cursor_moved', 'pull.committed'];

  it.each(places)('at %s loses and doubles nothing', async (place) => {
    fixture.finance.archive(texts(1002), key);
    fixture.killAt(place);
    await expect(pullArchive(fixture.deps, tenantId, connectionId)).rejects.toThrow(Killed);
    fixture.killAt(place, 2);
    await pullArchive(fixture.deps, tenantId, connectionId).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    await pullArchive(fixture.deps, tenantId, connectionId);
    await fixture.drain();
    expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
  });

  it('is caught when its cursor goes before its page', async () => {
    const cursorFirst: StorePage = async (deps, tenant, connection, head, page) => {
      const last = page.seqs.at(-1) ?? head.cursor;
      const move = { after: head.cursor, last, pageNo: head.pageCount + 1, pageHash: '', now: deps.clock.now() };
      await inTenant(deps.database, tenant, (tx) => moveCursor(tx, connection, move));
      deps.failpoint('pull.cursor_moved');
      return storePage(deps, tenant, connection, { ...head, cursor: last, pageCount: head.pageCount + 1 }, page);
    };
    fixture.finance.archive(texts(5), key);
    fixture.killAt('pull.cursor_moved');
    await expect(pullArchive(fixture.deps, tenantId, connectionId, { store: cursorFirst })).rejects.toThrow(Killed);
    await pullArchive(fixture.deps, tenantId, connectionId);
    await fixture.drain();
    expect(await checkLedger(fixture, tenantId, connectionId)).not.toEqual([]);
  });

  it('cannot store a page that the cursor has passed', async () => {
    fixture.finance.archive(texts(2), key);
    await fixture.drain();
    const page = { bytes: Buffer.from('{}'), seqs: [1n], unseen: [] };
    const stale = { cursor: 0n, pageCount: 0, pageHash: '' };
    expect(await storePage(fixture.deps, tenantId, connectionId, stale, page)).toBeUndefined();
    const behind = { cursor: 1n, pageCount: 1, pageHash: '' };
    expect(await storePage(fixture.deps, tenantId, connectionId, behind, page)).toBeUndefined();
    expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
  });
});

it('no role at run time can change or delete a page', async () => {
  await expect(fixture.read(tenantId, "UPDATE hw.pages SET sha256 = ''")).rejects.toThrow(/permission denied/);
  await expect(fixture.read(tenantId, 'DELETE FROM hw.pages')).rejects.toThrow(/permission denied/);
});
