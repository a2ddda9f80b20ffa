import { EVERY_MESSAGE, FaultError, type MessageId, type SearchDocument, type TenantId } from '@highwater/domain';
import type { TypesenseIndex } from '@highwater/search/typesense';
import { startTypesense, type TypesenseStandIn } from '@highwater/testkit';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDocuments } from '../search/make-documents.ts';
import { openIndex } from './open-typesense.ts';

const ALL = { kind: 'all' } as const;
const FIRST = { after: null, limit: 50 };

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What the adapter asks, and what it makes of a server that is slow, gone or not yet itself: with the stand-in only. */
describe('the Typesense adapter (stand-in)', () => {
  let server: TypesenseStandIn;
  let now: number;
  let index: TypesenseIndex;
  let alias: string;
  let tenantId: TenantId;
  let generation: string;
  const closing: (() => Promise<void>)[] = [];

  async function open(settings: Parameters<typeof openIndex>[1] = {}) {
    const opened = await openIndex({ ...server, standIn: server }, { clock: { now: () => now }, ...settings });
    closing.push(opened.close);
    return opened;
  }

  beforeEach(async () => {
    server = await startTypesense();
    now = 1_700_000_000_000;
    tenantId = randomUUID() as TenantId;
    ({ index, alias } = await open());
    generation = await index.createGeneration();
    await index.publishGeneration(generation);
  });
  afterEach(async () => {
    server.behave({ state: 'ready', delayMs: 0, visible: null });
    for (const close of closing.splice(0)) await close().catch(() => undefined);
    await server.close();
  });

  const found = async (words: string[][], of = index) =>
    (await of.find(tenantId, { ...EVERY_MESSAGE, words }, ALL, FIRST)).positions.map(({ messageId }) => messageId);
  const documentWith = (texts: string[], change: Partial<SearchDocument> = {}): SearchDocument => {
    const [document] = makeDocuments(tenantId, 1);
    if (document === undefined) throw new Error('no document');
    return { ...document, messageId: randomUUID() as MessageId, texts, ...change };
  };
  const failures = async (work: Promise<unknown>): Promise<FaultError> => {
    const error: unknown = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof FaultError)) throw new Error('no fault was thrown', { cause: error });
    return error;
  };

  describe('asks', () => {
    it('with one phrase in both quotes, exclusions or a star, never with nothing, and by POST', async () => {
      await index.put(generation, makeDocuments(tenantId, 40));
      const words = [['合同', '"'], ['-'], ['*', ' '], ['x || y']];
      for (const without of [[], ['付', '"quoted']]) {
        for (let many = 0; many <= words.length; many += 1) {
          const query = { ...EVERY_MESSAGE, words: words.slice(0, many), without };
          await index.find(tenantId, query, ALL, FIRST);
          await index.count(tenantId, query, ALL, { zone: 'Asia/Shanghai' });
        }
      }
      const searches = server.asked
        .filter(({ path }) => path === '/multi_search')
        .flatMap(({ body }) => (JSON.parse(body) as { searches: Record<string, unknown>[] }).searches);
      expect(searches.length).toBeGreaterThan(20);
      const phrase = String.raw`"[0-9a-z]+(?: [0-9a-z]+)*"`;
      for (const { q, query_by, prefix, num_typos, drop_tokens_threshold, filter_by } of searches) {
        expect(q).toMatch(new RegExp(`^(?:\\*|${phrase}(?: -${phrase})*|-${phrase}(?: -${phrase})*)$`));
        expect([query_by, prefix, num_typos, drop_tokens_threshold]).toEqual(['chars', false, 0, 0]);
        expect(filter_by).toContain('tenant:=');
      }
      expect(server.asked.filter(({ path }) => path.endsWith('/search'))).toEqual([]);
    });

    it('with a key that carries the tenant', async () => {
      await found([['合同']]);
      await index.count(tenantId, EVERY_MESSAGE, ALL, { zone: 'Asia/Shanghai' });
      const asked = server.asked.filter(({ path }) => path === '/multi_search');
      expect(asked.length).toBeGreaterThan(1);
      const tenant = tenantId.replaceAll('-', 'z2d');
      for (const { embedded } of asked) expect(embedded).toEqual({ filter_by: `tenant:=\`${tenant}\`` });
    });

    it('with no key made of the admin’s: the server takes none', async () => {
      const { index: wrong } = await open({ searchKey: server.adminKey });
      expect((await failures(found([['合同']], wrong))).fault).toBe('search.refused');
    });

    it('nothing when the reader may see nothing or nothing can match', async () => {
      const before = server.asked.length;
      await index.find(tenantId, EVERY_MESSAGE, { kind: 'none' }, FIRST);
      await index.find(tenantId, { ...EVERY_MESSAGE, words: [[]] }, ALL, FIRST);
      await index.find(tenantId, { ...EVERY_MESSAGE, without: [''] }, ALL, FIRST);
      expect(server.asked.length).toBe(before);
    });

    it('refuses a filter that the server would not take', async () => {
      const any = Array.from({ length: 60 }, (_, at) => ({ people: [], from: at, until: at + 1 }));
      const asked = index.find(tenantId, EVERY_MESSAGE, { kind: 'where', any }, FIRST);
      expect((await failures(asked)).fault).toBe('search.refused');
    });
  });

  describe('long texts and words', () => {
    it('finds a word of 256 over the seams of a text of a million characters', async () => {
      const text = Array.from({ length: 250_000 }, (_, at) =>
        String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000)),
      ).join('');
      const document = documentWith([text]);
      expect(await index.put(generation, [document, documentWith(['别的'])])).toEqual([]);
      for (const at of [0, 3_841 - 100, 4_096 - 128, 65_536 - 10, 249_744]) {
        const { messageId } = document;
        expect(await found([[text.slice(at, at + 256)]])).toEqual([messageId]);
      }
    });

    it('gives candidates for longer words, says that they are not exact, and excludes nothing by them', async () => {
      const long = '一二三'.repeat(100);
      const [whole, beginning] = [documentWith([long]), documentWith([long.slice(0, 280)])];
      await index.put(generation, [whole, beginning]);
      expect(new Set(await found([[long]]))).toEqual(new Set([whole.messageId, beginning.messageId]));
      const counts = await index.count(tenantId, { ...EVERY_MESSAGE, words: [[long]] }, ALL, { zone: 'Asia/Shanghai' });
      expect([counts.total, counts.isExact]).toEqual([2, false]);
      const without = await index.find(tenantId, { ...EVERY_MESSAGE, without: [long] }, ALL, FIRST);
      expect(without.positions).toHaveLength(2);
    });

    it('ends each look after a bounded effort, and the pages still come to an end', async () => {
      const documents = Array.from({ length: 2_600 }, (_, at) =>
        documentWith([at % 2 === 0 ? '合同' : '付款'], { sentAt: at }),
      );
      const both = documentWith(['合同付款'], { sentAt: 0 });
      await index.put(generation, [...documents, both]);
      const query = { ...EVERY_MESSAGE, words: [['合同'], ['付款']] };
      const first = await index.find(tenantId, query, ALL, FIRST);
      expect(first.positions).toEqual([]);
      expect(first.next).not.toBeNull();
      const second = await index.find(tenantId, query, ALL, { after: first.next, limit: 50 });
      expect(second.positions.map(({ messageId }) => messageId)).toEqual([both.messageId]);
      expect(second.next).toBeNull();
    });
  });

  describe('a server that does not answer as it should', () => {
    it('costs no more than 300 ms, and after three silences nothing for five seconds', async () => {
      const { index: hasty } = await open({ patienceMs: undefined });
      await hasty.publishGeneration(await hasty.createGeneration());
      server.behave({ delayMs: 3_000 });
      const began = performance.now();
      for (let time = 0; time < 3; time += 1)
        expect((await failures(found([['合']], hasty))).fault).toBe('search.unavailable');
      expect(performance.now() - began).toBeLessThan(2_500);
      const asked = server.asked.length;
      for (let time = 0; time < 20; time += 1)
        expect((await failures(found([['合']], hasty))).fault).toBe('search.unavailable');
      expect(server.asked.length).toBe(asked);
      server.behave({ delayMs: 0 });
      now += 5_000;
      expect(await found([['合']], hasty)).toEqual([]);
    });

    it('is unavailable while it loads, whatever the key', async () => {
      server.behave({ state: 'loading' });
      expect((await failures(found([['合']]))).fault).toBe('search.unavailable');
      expect((await failures(index.put(generation, makeDocuments(tenantId, 1)))).fault).toBe('search.unavailable');
      expect(await index.isReady()).toBe(false);
    });

    it('is not ready while batches of writes wait, though health says so', async () => {
      expect(await index.isReady()).toBe(true);
      server.behave({ pendingWriteBatches: 3 });
      expect(await index.isReady()).toBe(false);
      server.behave({ pendingWriteBatches: 0 });
      expect(await index.isReady()).toBe(true);
    });

    it('is not asked for an answer while fewer documents are back than there were', async () => {
      const { index: careful, close } = await open({ leastDocuments: () => 40 });
      const mine = await careful.createGeneration();
      await careful.publishGeneration(mine);
      await careful.put(mine, makeDocuments(tenantId, 40));
      expect((await found([['合同']], careful)).length).toBeGreaterThan(0);
      server.behave({ visible: 39 });
      expect((await failures(found([['合同']], careful))).fault).toBe('search.unavailable');
      await close();
    });

    it('is unavailable when it is gone, and no error holds a key, a word or an address', async () => {
      await server.close();
      const fault = await failures(found([['秘密的话']]));
      expect(fault.fault).toBe('search.unavailable');
      const cause = fault.cause instanceof Error ? `${fault.cause.message} ${fault.cause.stack ?? ''}` : '';
      expect(Object.keys(fault.cause ?? {})).toEqual([]);
      expect(cause.split('\n')[0]).toBe('Typesense: no answer Error: Typesense: no answer');
      server = await startTypesense();
    });

    it('fails as a whole when one search of several did', async () => {
      await fetch(`${server.url}/aliases/${alias}`, {
        method: 'PUT',
        headers: { 'x-typesense-api-key': server.adminKey },
        body: JSON.stringify({ collection_name: 'not_there' }),
      });
      expect((await failures(found([['合'], ['同']]))).fault).toBe('search.missing');
    });

    it('is no fault of it when the caller goes away', async () => {
      server.behave({ delayMs: 3_000 });
      for (let time = 0; time < 4; time += 1) {
        const gone = new AbortController();
        const counting = index.count(tenantId, EVERY_MESSAGE, ALL, { zone: 'Asia/Shanghai', signal: gone.signal });
        gone.abort(new Error('gone'));
        await expect(counting).rejects.toThrow('gone');
      }
      server.behave({ delayMs: 0 });
      expect(await found([['合']])).toEqual([]);
    });
  });

  describe('importing', () => {
    it('names the messages whose lines failed, and keeps the others', async () => {
      const headers = { 'x-typesense-api-key': server.adminKey };
      const fields = [
        { name: 'room', type: 'string' },
        { name: 'sent_at', type: 'int64' },
      ];
      const body = JSON.stringify({ name: `${alias}_000007`, fields });
      await fetch(`${server.url}/collections`, { method: 'POST', headers, body });
      const [one, two] = [documentWith(['a'], { roomId: null }), documentWith(['b'], { roomId: 'wrA' as never })];
      const wrongId = documentWith(['c'], { messageId: 'no-uuid' as MessageId });
      const failed = await index.put(`${alias}_000007`, [one, wrongId, two]);
      expect(failed).toEqual([
        { messageId: wrongId.messageId, fault: 'search.refused' },
        { messageId: one.messageId, fault: 'search.refused' },
      ]);
    });

    it('replaces a message that is there, and takes no documents at all', async () => {
      const document = documentWith(['旧的文字']);
      await index.put(generation, [document]);
      await index.put(generation, [{ ...document, texts: ['新的文字'] }]);
      await index.put(generation, []);
      expect(await found([['旧']])).toEqual([]);
      expect(await found([['新']])).toEqual([document.messageId]);
      expect(await index.countDocuments(generation, tenantId)).toBe(1);
    });
  });

  describe('generations', () => {
    it('are published while others search, and the one in use is not dropped', async () => {
      await index.put(generation, [documentWith(['旧'])]);
      const next = await index.createGeneration();
      expect([generation, next]).toEqual([`${alias}_000001`, `${alias}_000002`]);
      await index.put(next, [documentWith(['新'])]);
      expect(await found([['新']])).toEqual([]);
      await index.publishGeneration(next);
      expect(await found([['新']])).toHaveLength(1);
      expect(await found([['旧']])).toEqual([]);
      expect(await index.currentGeneration()).toBe(next);
      expect((await failures(index.dropGeneration(next))).fault).toBe('request.conflict');
      await index.dropGeneration(generation);
      await index.dropGeneration(generation);
      expect(await index.listGenerations()).toEqual([next]);
    });

    it('made at the same moment are two', async () => {
      const made = await Promise.all([index.createGeneration(), index.createGeneration()]);
      expect(new Set(made).size).toBe(2);
    });

    it('that are missing are neither published nor filled, and none of others is touched', async () => {
      for (const name of [`${alias}_000099`, 'somebody_elses_000001']) {
        expect((await failures(index.publishGeneration(name))).fault).toBe('search.missing');
        expect((await failures(index.put(name, [documentWith(['x'])]))).fault).toBe('search.missing');
      }
      const { index: empty } = await open();
      expect(await empty.currentGeneration()).toBeNull();
      expect((await failures(found([['合']], empty))).fault).toBe('search.missing');
    });

    it('give up messages of one company by id or all, count and list them in time order', async () => {
      const stranger = randomUUID() as TenantId;
      const [mine, theirs] = [makeDocuments(tenantId, 700), makeDocuments(stranger, 30)];
      await index.put(generation, [...mine, ...theirs]);
      const ids = mine.map(({ messageId }) => messageId);
      const listed = await collect(
        index.listDocuments(generation, tenantId, { from: 0, until: Number.MAX_SAFE_INTEGER }),
      );
      const inOrder = mine.toSorted(
        (one, other) => one.sentAt - other.sentAt || (one.messageId < other.messageId ? -1 : 1),
      );
      expect(listed).toEqual(inOrder.map(({ messageId }) => messageId));
      const { sentAt } = mine[80] ?? documentWith([]);
      const stretch = await collect(index.listDocuments(generation, tenantId, { from: sentAt, until: sentAt + 1 }));
      expect(stretch).toHaveLength(40);
      await index.remove(generation, tenantId, [...ids.slice(0, 200), ...theirs.map(({ messageId }) => messageId)]);
      expect(await index.countDocuments(generation, tenantId)).toBe(500);
      expect(await index.countDocuments(generation, stranger)).toBe(30);
      await index.remove(generation, tenantId, 'all');
      expect(await index.countDocuments(generation, tenantId)).toBe(0);
      expect(await index.countDocuments(generation, stranger)).toBe(30);
    });

    it('need the key for writing', async () => {
      const { index: reader } = await open({ adminKey: undefined });
      expect((await failures(reader.createGeneration())).fault).toBe('search.refused');
    });
  });
});
