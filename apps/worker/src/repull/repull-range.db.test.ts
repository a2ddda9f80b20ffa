import { findRepull, insertRepull, inTenant, listCompleteness, startRepull } from '@highwater/db';
import { FaultError, type ConnectionId, type MemberId, type RepullId, type TenantId } from '@highwater/domain';
import { newId } from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { checkLedger } from '../testing/check-ledger.ts';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { pullArchive } from '../pull/pull-archive.ts';
import { tick } from '../sweep/sweep.ts';
import { repullRange } from './repull-range.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;
let key: { publicPem: string; version: number };

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.freeCorp();
  fixture.finance.envelopes.length = 0;
  tenantId = await fixture.makeTenant();
  const connected = await fixture.connect(tenantId);
  ({ connectionId } = connected);
  key = { publicPem: connected.publicPem, version: 1 };
});

const text = (at: number, words = '在吗') =>
  `{"msgid":"m${at}_${connectionId}","action":"send","from":"chenmin","tolist":["linxiaoyu"],"roomid":"","msgtime":${fixture.clock.at},"msgtype":"text","text":{"content":"${words} ${at}"}}`;
const archive = (from: number, count: number) =>
  fixture.finance.archive(
    Array.from({ length: count }, (_, at) => text(from + at)),
    key,
    { seq: BigInt(from) },
  );
const settle = () => fixture.drain(['pull-archive', 'open-page', 'repull-range']);

async function request(fromSeq: bigint, toSeq: bigint): Promise<RepullId> {
  const repullId = newId<RepullId>();
  const repull = { repullId, connectionId, fromSeq, toSeq, requestedBy: newId<MemberId>(), now: fixture.clock.at };
  expect(await inTenant(fixture.database, tenantId, (tx) => insertRepull(tx, repull))).toBe(true);
  return repullId;
}

const run = (repullId: RepullId) => repullRange(fixture.deps, tenantId, repullId);
const look = (repullId: RepullId) => inTenant(fixture.database, tenantId, (tx) => findRepull(tx, repullId));
const pages = () =>
  fixture.read<{ kind: string; after: string; first: string; last: string; count: number }>(
    tenantId,
    'SELECT kind, after_seq AS after, first_seq AS first, last_seq AS last, count FROM hw.pages ORDER BY page_no',
  );
const completeness = async () => (await inTenant(fixture.database, tenantId, (tx) => listCompleteness(tx)))[0];

it('keeps nothing when everything was stored before, and says so', async () => {
  archive(1, 40);
  await pullArchive(fixture.deps, tenantId, connectionId);
  await settle();
  const before = await pages();
  const repullId = await request(5n, 30n);
  await run(repullId);
  expect(await look(repullId)).toMatchObject({ state: 'done', returned: 26, kept: 0, askedThrough: '30', fault: null });
  expect(await pages()).toEqual(before);
});

it('compares with pages that are not opened yet', async () => {
  archive(1, 3);
  await pullArchive(fixture.deps, tenantId, connectionId);
  const repullId = await request(1n, 3n);
  await run(repullId);
  expect(await look(repullId)).toMatchObject({ state: 'done', returned: 3, kept: 0 });
  await settle();
});

it('keeps numbers that no page held, opens them, and takes them off the unseen', async () => {
  archive(1, 3);
  archive(9, 3);
  await pullArchive(fixture.deps, tenantId, connectionId);
  await settle();
  expect(await completeness()).toMatchObject({ stored: 6, unseenTotal: '5' });
  archive(5, 2);
  fixture.finance.envelopes.sort((one, other) => Number(one.seq - other.seq));
  const repullId = await request(2n, 8n);
  await run(repullId);
  await settle();
  expect(await look(repullId)).toMatchObject({ state: 'done', returned: 4, kept: 2, askedThrough: '8' });
  expect((await pages()).at(-1)).toEqual({ kind: 'repull', after: '1', first: '2', last: '6', count: 4 });
  expect(await completeness()).toMatchObject({
    stored: 8,
    opened: 8,
    lastSeq: '11',
    unseenTotal: '3',
    unseen: [
      { from: '7', to: '8' },
      { from: '4', to: '4' },
    ],
  });
  expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
  archive(12, 2);
  fixture.clock.at += 1000;
  await pullArchive(fixture.deps, tenantId, connectionId);
  await settle();
  expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
  const again = await request(1n, 13n);
  await run(again);
  expect(await look(again)).toMatchObject({ state: 'done', returned: 10, kept: 0 });
});

it('keeps other bytes under a known number beside the first, as a finding', async () => {
  archive(1, 3);
  await pullArchive(fixture.deps, tenantId, connectionId);
  await settle();
  const [, second] = fixture.finance.envelopes;
  fixture.finance.envelopes.splice(1, 1);
  fixture.finance.archive([text(2, '改过的')], key, { seq: second?.seq ?? 2n });
  fixture.finance.envelopes.sort((one, other) => Number(one.seq - other.seq));
  const repullId = await request(1n, 3n);
  await run(repullId);
  await settle();
  expect(await look(repullId)).toMatchObject({ state: 'done', returned: 3, kept: 1 });
  const findings = await fixture.read<{ fault: string }>(
    tenantId,
    'SELECT fault FROM hw.findings WHERE resolved_at IS NULL',
  );
  expect(findings.map(({ fault }) => fault)).toContain('envelope.conflict');
  const rows = await fixture.read(tenantId, 'SELECT FROM hw.envelopes WHERE seq = 2');
  expect(rows).toHaveLength(2);
});

it('says that WeCom returned nothing of what is older than its window', async () => {
  archive(1, 5);
  await pullArchive(fixture.deps, tenantId, connectionId);
  await settle();
  fixture.finance.envelopes.splice(0, 5);
  const repullId = await request(1n, 5n);
  await run(repullId);
  expect(await look(repullId)).toMatchObject({ state: 'done', returned: 0, kept: 0, askedThrough: '5' });
});

it('goes on where it was killed, and is taken up by the sweep when its job was lost', async () => {
  archive(1, 2500);
  await pullArchive(fixture.deps, tenantId, connectionId);
  await settle();
  const repullId = await request(1n, 2500n);
  fixture.finance.faults.push({ fault: 'wecom.unreachable' });
  await expect(run(repullId)).rejects.toThrow(FaultError);
  expect(await look(repullId)).toMatchObject({ state: 'running', attempts: 1, askedThrough: '0' });
  const calls = fixture.finance.pageCalls;
  const deps = { ...fixture.deps, finance: dyingAfter(2) };
  await expect(repullRange(deps, tenantId, repullId)).rejects.toThrow('killed');
  expect(await look(repullId)).toMatchObject({ state: 'running', askedThrough: '2000', returned: 2000 });
  fixture.clock.at += 121_000;
  await tick(fixture.deps);
  await settle();
  expect(await look(repullId)).toMatchObject({ state: 'done', returned: 2500, kept: 0 });
  expect(fixture.finance.pageCalls).toBeLessThanOrEqual(calls + 6);
});

function dyingAfter(calls: number) {
  let left = calls;
  return {
    probe: fixture.finance.probe.bind(fixture.finance),
    fetchShard: fixture.finance.fetchShard.bind(fixture.finance),
    fetchPage: async (...call: Parameters<typeof fixture.finance.fetchPage>) => {
      if (left === 0) throw new Error('killed');
      left -= 1;
      return fixture.finance.fetchPage(...call);
    },
  };
}

it('ends with its reason when trying again cannot help, or never does', async () => {
  archive(1, 2);
  await pullArchive(fixture.deps, tenantId, connectionId);
  await settle();
  const expired = await request(1n, 2n);
  fixture.finance.faults.push({ fault: 'archive.expired' });
  await run(expired);
  expect(await look(expired)).toMatchObject({ state: 'failed', fault: 'archive.expired' });
  const busy = await request(1n, 2n);
  for (let tries = 1; tries < 5; tries += 1) {
    fixture.finance.faults.push({ fault: 'wecom.busy' });
    await expect(run(busy)).rejects.toThrow('wecom.busy');
  }
  fixture.finance.faults.push({ fault: 'wecom.busy' });
  await run(busy);
  expect(await look(busy)).toMatchObject({ state: 'failed', fault: 'wecom.busy' });
  await run(busy);
  expect(await inTenant(fixture.database, tenantId, (tx) => startRepull(tx, busy, 0))).toBeUndefined();
});

it('does not end a pull that it overtakes', async () => {
  archive(1, 3);
  archive(5, 3);
  await pullArchive(fixture.deps, tenantId, connectionId);
  await settle();
  archive(4, 1);
  archive(8, 2);
  fixture.finance.envelopes.sort((one, other) => Number(one.seq - other.seq));
  const repullId = await request(1n, 7n);
  const { finance } = fixture;
  let overtaken = false;
  const slow = {
    probe: finance.probe.bind(finance),
    fetchShard: finance.fetchShard.bind(finance),
    fetchPage: async (...call: Parameters<typeof finance.fetchPage>) => {
      const bytes = await finance.fetchPage(...call);
      if (!overtaken) {
        overtaken = true;
        await run(repullId);
      }
      return bytes;
    },
  };
  await pullArchive({ ...fixture.deps, finance: slow }, tenantId, connectionId);
  await settle();
  expect((await pages()).map(({ kind }) => kind)).toEqual(['pull', 'repull', 'pull']);
  expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
});
