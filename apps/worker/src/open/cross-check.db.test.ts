import { makeArchiveKeyPair } from '@highwater/crypto';
import { FaultError, type ConnectionId, type Fault, type FinanceGateway, type TenantId } from '@highwater/domain';
import { readPage, type Envelope } from '@highwater/wecom';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { FakeFinance } from '../testing/fake-finance.ts';
import { crossCheck } from './cross-check.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  ({ connectionId } = await fixture.connect(tenantId));
});

const TEXT = '{"msgid":"1","msgtype":"text","text":{"content":"苹果"}}';
const pair = await makeArchiveKeyPair();
const keys = [{ version: 1, privateKeyPem: pair.privatePem }];
const all = (): boolean => true;

function seal(count: number): readonly Envelope[] {
  const finance = new FakeFinance();
  finance.archive(
    Array.from({ length: count }, () => TEXT),
    { publicPem: pair.publicPem, version: 1 },
  );
  return readPage(Buffer.from(finance.page(0n, count))).envelopes;
}

/** The fixture's deps with a library that answers like this. */
function withLibrary(openEnvelope: NonNullable<FinanceGateway['openEnvelope']>) {
  const { finance } = fixture.deps;
  const gateway: FinanceGateway = {
    probe: (corp) => finance.probe(corp),
    fetchPage: (corp, after, limit) => finance.fetchPage(corp, after, limit),
    fetchShard: (corp, id, index) => finance.fetchShard(corp, id, index),
    openEnvelope,
  };
  return { ...fixture.deps, finance: gateway };
}

const failWith = (fault: Fault) => () => Promise.reject(new FaultError(fault));

const listDifferences = () =>
  fixture.read(
    tenantId,
    `SELECT subject, detail FROM hw.findings WHERE fault = 'envelope.opened_differently' ORDER BY subject`,
  );

it('says nothing when the library gives the same bytes, and keeps each connection to itself', async () => {
  const asked: string[] = [];
  const deps = withLibrary((scope) => {
    asked.push(scope);
    return Promise.resolve(Buffer.from(TEXT));
  });
  await crossCheck(deps, { tenantId, connectionId }, keys, seal(2), all);
  expect(asked).toEqual([connectionId, connectionId]);
  expect(await listDifferences()).toEqual([]);
});

it('tells the tenant which message opened differently, or not at all', async () => {
  const envelopes = seal(3);
  const answers = [
    () => Promise.resolve(Buffer.from(`${TEXT} `)),
    () => Promise.resolve(Buffer.from(TEXT)),
    failWith('envelope.unreadable'),
  ];
  const deps = withLibrary(() => (answers.shift() ?? failWith('internal'))());
  await crossCheck(deps, { tenantId, connectionId }, keys, envelopes, all);
  expect(await listDifferences()).toEqual([
    { subject: `connection:${connectionId}:seq:1`, detail: { seq: '1' } },
    { subject: `connection:${connectionId}:seq:3`, detail: { seq: '3' } },
  ]);
});

it('is not stopped by a library that fails, and does not call that a difference', async () => {
  for (const fault of ['helper.died', 'helper.timed_out', 'library.refused'] as const) {
    await crossCheck(withLibrary(failWith(fault)), { tenantId, connectionId }, keys, seal(1), all);
  }
  expect(await listDifferences()).toEqual([]);
});

it('leaves alone what our own code cannot open, and what there is no library for', async () => {
  const deps = withLibrary(failWith('internal'));
  const other = [{ version: 1, privateKeyPem: (await makeArchiveKeyPair()).privatePem }];
  await crossCheck(deps, { tenantId, connectionId }, other, seal(1), all);
  await crossCheck(deps, { tenantId, connectionId }, [], seal(1), all);
  await crossCheck(fixture.deps, { tenantId, connectionId }, keys, seal(1), all);
  expect(await listDifferences()).toEqual([]);
});

it('chooses about one in a thousand, the same ones each time', async () => {
  const [envelope] = seal(1);
  if (envelope === undefined) throw new Error('one was sealed');
  const hashed = Array.from({ length: 20_000 }, (_, at) => ({
    ...envelope,
    seq: BigInt(at),
    sha256: (at * 2_654_435_761).toString(16).padStart(12, '0').padEnd(64, '0'),
  }));
  const asked: string[] = [];
  const deps = withLibrary((_scope, key) => {
    asked.push(key);
    return Promise.resolve(Buffer.from(TEXT));
  });
  await crossCheck(deps, { tenantId, connectionId }, keys, hashed);
  const once = asked.length;
  expect(once).toBeGreaterThan(5);
  expect(once).toBeLessThan(60);
  await crossCheck(deps, { tenantId, connectionId }, keys, hashed);
  expect(asked).toHaveLength(2 * once);
});
