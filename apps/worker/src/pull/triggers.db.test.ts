import { findConnectionAttempt, inTenant, insertConnectionAttempt, savePulling } from '@highwater/db';
import { attemptSecretPlace, sealToBox } from '@highwater/crypto';
import type { AttemptId, ConnectionId, MemberId, TenantId } from '@highwater/domain';
import { newId } from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { checkConnection } from '../connections/check-connection.ts';
import { openCredentials } from '../connections/open-credentials.ts';
import { tick } from '../sweep/sweep.ts';
import { checkLedger } from '../testing/check-ledger.ts';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { nextPullOf } from './next-pull.ts';
import { pullArchive } from './pull-archive.ts';

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

/** Messages that nothing opens: opening is not what is looked at. */
const archive = (count: number) =>
  fixture.finance.archive(
    Array.from({ length: count }, (_, at) => `{"msgid":"n${at}","msgtype":"text"}`),
    key,
  );
const pull = () => pullArchive(fixture.deps, tenantId, connectionId);
/** Takes a tenant's waiting jobs in the order in which a worker gets them, and ends them. */
async function jobs(name: string) {
  const taken: { afterPage?: number; pageNo?: number }[] = [];
  for (;;) {
    const [job] = await fixture.boss.fetch<{ tenantId: string; afterPage?: number; pageNo?: number }>(name);
    if (job === undefined) return taken;
    await fixture.boss.complete(name, job.id);
    if (job.data.tenantId === tenantId) taken.push(job.data);
  }
}
const stateOf = async () =>
  (
    await fixture.read<{ next: number; started: number | null; pages: string }>(
      tenantId,
      'SELECT next_pull_at AS next, pull_started_at AS started, page_count AS pages FROM hw.connections',
    )
  )[0];

it('stores a few pages, then lets others have their turn and goes on behind them', async () => {
  await jobs('pull-archive');
  archive(7200);
  await pull();
  expect(await stateOf()).toMatchObject({ pages: '5', started: fixture.clock.at });
  const [more, ...none] = await jobs('pull-archive');
  expect([more?.afterPage, none]).toEqual([5, []]);
  await pull();
  expect(await stateOf()).toMatchObject({ pages: '8', started: null, next: fixture.clock.at + 300_000 });
  expect(await jobs('pull-archive')).toEqual([]);
  expect((await checkLedger(fixture, tenantId, connectionId)).slice(0, 1)).toEqual([
    '0 envelopes are stored, WeCom has 7200',
  ]);
});

it('has pages with a few messages opened before pages out of a backlog', async () => {
  archive(2001);
  await pull();
  const pages = await jobs('open-page');
  expect(pages.map(({ pageNo }) => pageNo)).toEqual([3, 1, 2]);
});

it('is not begun by the sweep while it stores pages, and is when it stopped', async () => {
  await jobs('pull-archive');
  archive(5001);
  await pull();
  await jobs('pull-archive');
  fixture.clock.at += 2000;
  await tick(fixture.deps);
  expect(await jobs('pull-archive')).toEqual([]);
  fixture.clock.at += 4000;
  await tick(fixture.deps);
  expect(await jobs('pull-archive')).toHaveLength(1);
});

it('comes round once a day where it is daily', async () => {
  const daily = { mode: 'daily', timeOfDay: '03:00' } as const;
  await inTenant(fixture.database, tenantId, (tx) => savePulling(tx, connectionId, daily, fixture.clock.at));
  await pull();
  // 08:00 UTC is 16:00 in Shanghai: eleven hours to go.
  const start = Date.UTC(2026, 10, 22, 8);
  const hours = ((await stateOf())?.next ?? 0) - start;
  expect(new Date(start + hours).toISOString()).toMatch(/T19:00:00.000Z$/);
  fixture.finance.faults.push({ fault: 'wecom.unreachable' });
  await pull();
  expect((await stateOf())?.next).toBeLessThanOrEqual(fixture.clock.at + 300_000);
});

it('keeps its hour when clocks change', () => {
  const at = { pullMode: 'daily', dailyAt: '02:30', zone: 'Europe/Berlin' } as const;
  const next = (from: number) => new Date(nextPullOf(fixture.deps, at, from)).toISOString();
  expect(next(Date.UTC(2026, 9, 24, 12))).toBe('2026-10-25T00:30:00.000Z');
  expect(next(Date.UTC(2026, 9, 25, 0, 30))).toBe('2026-10-26T01:30:00.000Z');
  expect(next(Date.UTC(2027, 2, 27, 12))).toBe('2027-03-28T01:30:00.000Z');
  expect(next(Date.UTC(2027, 2, 28, 12))).toBe('2027-03-29T00:30:00.000Z');
});

async function tryTo(archiveSecret: string): Promise<AttemptId> {
  const attemptId = newId<AttemptId>();
  const place = attemptSecretPlace(tenantId, attemptId);
  const secretSealed = sealToBox(fixture.box.publicPem, place, Buffer.from(archiveSecret));
  const times = { startedAt: fixture.clock.at + 7, expiresAt: fixture.clock.at + 60_000 };
  const { corpId } = fixture.finance;
  const attempt = {
    attemptId,
    corpId,
    name: '总部',
    secretSealed,
    startedBy: newId<MemberId>(),
    connectionId,
    ...times,
  };
  await inTenant(fixture.database, tenantId, (tx) => insertConnectionAttempt(tx, attempt));
  await checkConnection(fixture.deps, tenantId, attemptId);
  return attemptId;
}

it('uses a new secret from the moment WeCom accepted it, and the old one until then', async () => {
  const secret = async () => (await openCredentials(fixture.deps, tenantId, connectionId))?.corp.archiveSecret;
  const outcome = (attemptId: AttemptId) =>
    inTenant(fixture.database, tenantId, (tx) => findConnectionAttempt(tx, attemptId));
  const before = await secret();
  const refused = await tryTo('another-secret-that-does-not-work');
  expect(await outcome(refused)).toMatchObject({ state: 'refused', secretSealed: null });
  expect(await secret()).toBe(before);
  const accepted = await tryTo(fixture.finance.archiveSecret);
  expect(await outcome(accepted)).toMatchObject({ state: 'accepted', connectionId, secretSealed: null });
  expect(await secret()).toBe(fixture.finance.archiveSecret);
  const [row] = await fixture.read<{ at: number }>(tenantId, 'SELECT secret_set_at AS at FROM hw.connections');
  expect(row?.at).toBe(fixture.clock.at + 7);
  const events = await fixture.read<{ event: string }>(
    tenantId,
    "SELECT event FROM hw.audit WHERE event LIKE 'secret.%'",
  );
  expect(events).toEqual([{ event: 'secret.replaced' }]);
  expect(await fixture.read(tenantId, 'SELECT FROM hw.connections')).toHaveLength(1);
});
