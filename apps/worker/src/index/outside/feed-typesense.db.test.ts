import { createSearchHashers } from '@highwater/crypto';
import {
  createPostgresSearchIndex,
  findIndexState,
  inTenant,
  isOutsideIndexComplete,
  listMessageIds,
  switchTypesense,
} from '@highwater/db';
import { EVERY_MESSAGE, type ConversationId, type MessageId, type SearchIndex, type TenantId } from '@highwater/domain';
import { createTokenCompiler } from '@highwater/search';
import { createTypesenseIndex, type TypesenseIndex } from '@highwater/search/typesense';
import { startTypesense, type TypesenseStandIn } from '@highwater/testkit';
import { readSamples } from '@highwater/wecom-simulator';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createChainFixture, type ChainFixture } from '../../testing/chain-fixture.ts';
import { startWalk } from '../start-walk.ts';
import { feedIndex } from './feed-index.ts';

/** The whole way with the real adapter, against a stand-in of the server. */
let fixture: ChainFixture;
let server: TypesenseStandIn;
let typesense: TypesenseIndex;
let tenantId: TenantId;

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
  server = await startTypesense();
  typesense = createTypesenseIndex({
    url: server.url,
    adminKey: server.adminKey,
    clock: fixture.clock,
    patienceMs: 5_000,
  });
  tenantId = await fixture.makeTenant();
  const { publicPem } = await fixture.connect(tenantId);
  fixture.finance.archive(
    readSamples().map((sample) => sample.message),
    { publicPem, version: 1 },
  );
  await fixture.drain();
  await within((tx) => startWalk(fixture.deps, tx, 'check'));
  await fixture.drain(['check-index']);
});
afterAll(async () => {
  typesense.close();
  await server.close();
  await fixture.close();
});

const within = <Result>(work: Parameters<typeof inTenant<Result>>[2]) => inTenant(fixture.database, tenantId, work);
const feed = () => feedIndex({ ...fixture.deps, searchWriter: typesense }, tenantId);
const generation = async () => (await typesense.currentGeneration()) ?? '';

async function listHeld(): Promise<MessageId[]> {
  const held: MessageId[] = [];
  const ever = { from: -8_640_000_000_000_000, until: 8_640_000_000_000_000 };
  for await (const id of typesense.listDocuments(await generation(), tenantId, ever)) held.push(id);
  return held.toSorted();
}
const listKept = async () => within((tx) => listMessageIds(tx, null, 1000));

it('holds every message after it was switched on', async () => {
  await within((tx) => switchTypesense(tx, true, fixture.clock.at));
  await feed();
  expect(await listHeld()).toEqual(await listKept());
  expect(await typesense.countDocuments(await generation(), tenantId)).toBe(157);
  expect(await within((tx) => isOutsideIndexComplete(tx))).toBe(true);
  expect(await within((tx) => findIndexState(tx))).toMatchObject({ typesenseDrift: 0, typesenseDocuments: 157 });
});

it('counts what the index in the database counts, by kind and direction', async () => {
  const postgres = createPostgresSearchIndex(
    fixture.database,
    createTokenCompiler(createSearchHashers(fixture.deps.tenantKeys)),
  );
  const reader = createTypesenseIndex({
    url: server.url,
    searchKey: await makeSearchKey(),
    clock: fixture.clock,
    patienceMs: 5_000,
  });
  const numbersOf = async (index: SearchIndex) => {
    const { kinds, directions, total } = await index.count(
      tenantId,
      EVERY_MESSAGE,
      { kind: 'all' },
      { zone: 'Asia/Shanghai' },
    );
    return { total, kinds: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])), directions };
  };
  const [one, other] = [await numbersOf(reader), await numbersOf(postgres)];
  reader.close();
  expect(one.total).toBe(157);
  expect(one.kinds).toEqual(other.kinds);
  expect(new Set(one.directions.map((row) => JSON.stringify(row)))).toEqual(
    new Set(other.directions.map((row) => JSON.stringify(row))),
  );
});

it('gets back what it lost, and lets go of what it should not hold', async () => {
  const [lost, kept] = await listKept();
  if (lost === undefined || kept === undefined) throw new Error('there are no messages');
  await typesense.remove(await generation(), tenantId, [lost]);
  const strange = '00000000-0000-4000-8000-000000000001' as MessageId;
  await typesense.put(await generation(), [
    {
      tenantId,
      messageId: strange,
      sentAt: fixture.clock.at,
      kind: 'text',
      direction: 'internal',
      roomId: null,
      conversationId: '00000000-0000-4000-8000-000000000002' as ConversationId,
      people: [],
      hasMedia: false,
      isRecalled: false,
      texts: ['没有这条消息'],
    },
  ]);
  fixture.clock.at += 2 * 86_400_000;
  await feed();
  expect(await listHeld()).toEqual(await listKept());
  expect(await within((tx) => findIndexState(tx))).toMatchObject({ typesenseDrift: 2 });
});

it('holds nothing after it was switched off', async () => {
  await within((tx) => switchTypesense(tx, false, fixture.clock.at));
  await feed();
  expect(await listHeld()).toEqual([]);
  expect(await within((tx) => findIndexState(tx))).toMatchObject({ typesenseOn: false, typesenseLeaving: false });
});

async function makeSearchKey(): Promise<string> {
  const answer = await fetch(`${server.url}/keys`, {
    method: 'POST',
    headers: { 'x-typesense-api-key': server.adminKey },
    body: JSON.stringify({ description: 'test', actions: ['documents:search'], collections: ['highwater_messages.*'] }),
  });
  const { value } = (await answer.json()) as { value: string };
  return value;
}
