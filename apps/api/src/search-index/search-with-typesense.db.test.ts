import { ensureIndexState, inTenant, markFilled, saveOutsideLook, switchTypesense } from '@highwater/db';
import { EVERY_MESSAGE } from '@highwater/domain';
import type { ConversationId, MessageId, PersonKey, SearchDocument } from '@highwater/domain';
import { createTypesenseIndex, type TypesenseIndex } from '@highwater/search/typesense';
import { startTypesense, type TypesenseStandIn } from '@highwater/testkit';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { makeOrchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { createFastIndex } from './create-fast-index.ts';

interface SearchPage {
  readonly items: readonly { readonly messageId: MessageId; readonly sentAt: number }[];
  readonly engine: string;
}
interface Facets {
  readonly total: { readonly atLeast: number; readonly atMost: number | null };
  readonly engine: string;
}

let server: TypesenseStandIn;
let fastIndex: TypesenseIndex;
let generation: string;
let api: TestApi;
let company: Company;

beforeEach(async () => {
  server = await startTypesense();
  const searchKey = await server.createSearchKey('highwater_messages.*');
  const clock = { now: () => 1_700_000_000_000 };
  fastIndex = createTypesenseIndex({ url: server.url, searchKey, adminKey: server.adminKey, clock, patienceMs: 5_000 });
  generation = await fastIndex.createGeneration();
  await fastIndex.publishGeneration(generation);
  api = await startApi(inject('superuser'), { fastIndex, offersTypesense: true });
  company = await makeCompany(api);
  await makeOrchard(api, company);
});
afterEach(async () => {
  await api.stop();
  fastIndex.close();
  await server.close();
});

const search = async (q: string, browser: Browser = company.owner) =>
  (await browser.ask<SearchPage>('GET', `/v1/messages/search?${new URLSearchParams({ q })}`)).body;
const count = async (q: string) =>
  (await company.owner.ask<Facets>('GET', `/v1/messages/facets?${new URLSearchParams({ q })}`)).body;
const idsOf = ({ items }: SearchPage) => items.map(({ messageId }) => messageId);

/** Puts what the database finds for a word into the server, with that word as its text, and switches it on. */
async function turnOn(word: string, also: readonly SearchDocument[] = []): Promise<readonly MessageId[]> {
  const found = await search(word);
  const documents = found.items.map(({ messageId, sentAt }) => documentOf(messageId, sentAt, word));
  await fastIndex.put(generation, [...documents, ...also]);
  await inTenant(api.database.database, company.tenantId, async (tx) => {
    await ensureIndexState(tx, 1);
    await switchTypesense(tx, true, api.clock.now());
    await markFilled(tx, generation, 1);
  });
  return idsOf(found);
}

function documentOf(messageId: MessageId, sentAt: number, text: string): SearchDocument {
  return {
    tenantId: company.tenantId,
    messageId,
    sentAt,
    kind: 'text',
    direction: 'internal',
    roomId: null,
    conversationId: randomUUID() as ConversationId,
    people: ['linxiaoyu' as PersonKey],
    hasMedia: false,
    isRecalled: false,
    texts: [text],
  };
}

it('is answered by the database until the company turns the fast server on, then by that, and both find the same', async () => {
  expect((await search('苹果')).engine).toBe('postgres');
  expect(server.asked.filter(({ path }) => path === '/multi_search')).toEqual([]);
  const ids = await turnOn('苹果');
  expect(ids.length).toBeGreaterThan(0);
  const page = await search('苹果');
  expect([page.engine, idsOf(page)]).toEqual(['typesense', ids]);
  expect(await count('苹果')).toMatchObject({
    engine: 'typesense',
    total: { atLeast: ids.length, atMost: ids.length },
  });
});

it('shows no message that the database does not know, whatever the server says', async () => {
  const ids = await turnOn('苹果', [documentOf(randomUUID() as MessageId, api.clock.now(), '苹果')]);
  const page = await search('苹果');
  expect([page.engine, idsOf(page)]).toEqual(['typesense', ids]);
});

it('goes on in the database when the server has gone, says so, and notes why', async () => {
  const ids = await turnOn('苹果');
  await server.close();
  const page = await search('苹果');
  expect([page.engine, idsOf(page)]).toEqual(['postgres', ids]);
  expect(api.logged).toContainEqual(
    expect.objectContaining({ event: 'search fell back', fault: 'search.unavailable' }),
  );
  expect((await count('苹果')).engine).toBe('postgres');
  server = await startTypesense();
});

it('is not asked of a server that holds less than it was last seen to hold', async () => {
  const ids = await turnOn('苹果');
  const now = api.clock.now();
  await inTenant(api.database.database, company.tenantId, (tx) =>
    saveOutsideLook(tx, { drift: 0, documents: ids.length, now, nextAt: now }),
  );
  const { deps } = api;
  const key = await server.createSearchKey('highwater_messages.*');
  const careful = createFastIndex({ url: server.url, key }, deps.database, deps.clock);
  const find = () =>
    careful?.find(
      company.tenantId,
      { ...EVERY_MESSAGE, words: [['苹果']] },
      { kind: 'all' },
      { after: null, limit: 50 },
    );
  expect((await find())?.positions).toHaveLength(ids.length);
  server.behave({ visible: ids.length - 1 });
  await expect(find()).rejects.toThrow('search.unavailable');
  careful?.close();
});
