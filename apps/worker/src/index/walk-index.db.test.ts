import { inTenant, listFindings, findIndexState, findOpenIndexRun, compareIndex, type IndexWork } from '@highwater/db';
import type { ConnectionId, MessageId, TenantId } from '@highwater/domain';
import pg from 'pg';
import { readSamples } from '@highwater/wecom-simulator';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { tick } from '../sweep/sweep.ts';
import { createChainFixture, Killed, type ChainFixture } from '../testing/chain-fixture.ts';
import { INDEX_SWEEPS } from './index-sweeps.ts';
import { INDEX_VERSION } from '@highwater/search';
import { startWalk } from './start-walk.ts';
import { walkIndex } from './walk-index.ts';

let fixture: ChainFixture;
let superuser: pg.Pool;
let tenantId: TenantId;
let connectionId: ConnectionId;
const DAY_MS = 86_400_000;
const STRANGE = '00000000-0000-4000-8000-000000000001' as MessageId;

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
  const { database } = fixture.login('hw_app');
  superuser = new pg.Pool({ ...inject('superuser'), database, max: 2 });
});
afterAll(async () => {
  await superuser.end();
  await fixture.close();
});
beforeEach(async () => {
  fixture.finance.envelopes.length = 0;
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  const connected = await fixture.connect(tenantId);
  connectionId = connected.connectionId;
  fixture.finance.archive(
    readSamples().map((sample) => sample.message),
    { publicPem: connected.publicPem, version: 1 },
  );
  await fixture.drain();
  await look('rebuild');
});

const within = <Result>(work: Parameters<typeof inTenant<Result>>[2]) => inTenant(fixture.database, tenantId, work);
const stateOf = () => within((tx) => findIndexState(tx));
const openFindings = async () =>
  (await within((tx) => listFindings(tx, 'open', { before: null, limit: 20 }))).filter(({ fault }) =>
    fault.startsWith('index.'),
  );
const plant = (sql: string, values: readonly unknown[] = []) =>
  superuser.query(sql.replaceAll('TENANT', `'${tenantId}'::uuid`), [...values]);

/** Every row of the index as it is. */
async function rows(): Promise<readonly object[]> {
  const found = await plant('SELECT * FROM hw.search_tokens WHERE tenant_id = TENANT ORDER BY message_id');
  return found.rows;
}
async function look(work: Exclude<IndexWork, 'fill'> = 'check', batch = 40): Promise<void> {
  const runId = await begin(work);
  await walkIndex(fixture.deps, tenantId, runId, { batch });
}
async function begin(work: Exclude<IndexWork, 'fill'>): Promise<string> {
  await within((tx) => startWalk(fixture.deps, tx, work));
  const run = await within((tx) => findOpenIndexRun(tx, 'postgres'));
  if (run === undefined) throw new Error('no walk began');
  return run.runId;
}
/** Takes rows away, adds one without a message, and falsifies others. */
async function plantDrift(): Promise<void> {
  await plant(`DELETE FROM hw.search_tokens WHERE tenant_id = TENANT AND message_id IN (SELECT message_id FROM hw.messages
    WHERE tenant_id = TENANT ORDER BY message_id OFFSET 3 LIMIT 50)`);
  await plant(
    `INSERT INTO hw.search_tokens (tenant_id, message_id, sent_at, tokens) VALUES (TENANT, $1, 'epoch', '{1}')`,
    [STRANGE],
  );
  await plant(`UPDATE hw.search_tokens SET sent_at = sent_at - interval '1 day' WHERE tenant_id = TENANT
    AND message_id = (SELECT max(message_id::text)::uuid FROM hw.messages WHERE tenant_id = TENANT)`);
  await plant(`UPDATE hw.search_tokens SET facts = NULL, audience = NULL WHERE tenant_id = TENANT
    AND message_id = (SELECT min(message_id::text)::uuid FROM hw.messages WHERE tenant_id = TENANT)`);
}

describe('an index that is right', () => {
  it('is found so, changes nothing and says when it was looked at', async () => {
    const before = await rows();
    await look();
    expect(await rows()).toEqual(before);
    expect(await stateOf()).toMatchObject({
      tokenVersion: INDEX_VERSION,
      checkedAt: fixture.clock.at,
      examined: 157,
      missing: 0,
      extra: 0,
      differing: 0,
      unreadable: 0,
    });
    expect(await openFindings()).toEqual([]);
  });

  it('comes out the same when it is made anew', async () => {
    const before = await rows();
    expect(before).toHaveLength(157);
    await plant(`UPDATE hw.search_tokens SET tokens = '{1}', is_recalled = NULL WHERE tenant_id = TENANT`);
    await look('rebuild');
    expect(await rows()).toEqual(before);
  });
});

describe('an index that differs', () => {
  it('is mended as it was, is told, and the finding closes with the next clean look', async () => {
    const before = await rows();
    await plantDrift();
    await look();
    expect(await rows()).toEqual(before);
    expect(await stateOf()).toMatchObject({ missing: 50, extra: 1, differing: 2 });
    expect(await openFindings()).toMatchObject([
      { fault: 'index.drifted', subject: 'index', detail: { missing: 50, extra: 1, differing: 2, count: 53 } },
    ]);
    await look();
    expect(await openFindings()).toEqual([]);
    expect(await stateOf()).toMatchObject({ missing: 0, extra: 0, differing: 0 });
  });

  it.each(['index.mended', 'index.committed'] as const)(
    'is mended and counted once though killed at %s',
    async (place) => {
      const before = await rows();
      await plantDrift();
      const runId = await begin('check');
      for (let hit = 1; hit <= 3; hit += 1) {
        fixture.killAt(place, 2);
        await walkIndex(fixture.deps, tenantId, runId, { batch: 30 }).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
      }
      fixture.killAt(place, 99);
      await walkIndex(fixture.deps, tenantId, runId, { batch: 30 });
      expect(await rows()).toEqual(before);
      expect(await stateOf()).toMatchObject({ examined: 157, missing: 50, extra: 1, differing: 2 });
    },
  );

  it('is counted once by two workers at once', async () => {
    const before = await rows();
    await plantDrift();
    const runId = await begin('check');
    await Promise.all([1, 2].map(() => walkIndex(fixture.deps, tenantId, runId, { batch: 20 })));
    await walkIndex(fixture.deps, tenantId, runId, { batch: 20 });
    expect(await rows()).toEqual(before);
    expect(await stateOf()).toMatchObject({ examined: 157, differing: 2 });
  });

  it('is nobody else’s business', async () => {
    const others = await fixture.makeTenant();
    await plantDrift();
    const before = await rows();
    const runId = await begin('check');
    await walkIndex(fixture.deps, others, runId);
    await inTenant(fixture.database, others, (tx) => startWalk(fixture.deps, tx, 'rebuild'));
    await fixture.drain(['check-index']);
    expect(await rows()).not.toEqual(before);
    expect(await inTenant(fixture.database, others, (tx) => findIndexState(tx))).toMatchObject({ examined: 0 });
  });
});

describe('a message that does not open', () => {
  it('is found by its facts, counted and named, and not missing the next time', async () => {
    await plant(`UPDATE hw.messages SET plaintext = '\\x00' WHERE tenant_id = TENANT
      AND message_id = (SELECT min(message_id::text)::uuid FROM hw.messages WHERE tenant_id = TENANT)`);
    await plant(`DELETE FROM hw.search_tokens WHERE tenant_id = TENANT
      AND message_id = (SELECT min(message_id::text)::uuid FROM hw.messages WHERE tenant_id = TENANT)`);
    await look();
    expect(await stateOf()).toMatchObject({ missing: 1, unreadable: 1 });
    expect((await openFindings()).map(({ fault }) => fault).toSorted()).toEqual(['index.drifted', 'index.unreadable']);
    await look();
    expect(await stateOf()).toMatchObject({ missing: 0, unreadable: 1 });
    expect((await openFindings()).map(({ fault }) => fault)).toEqual(['index.unreadable']);
    expect(await rows()).toHaveLength(157);
  });
});

describe('on its clock', () => {
  it('an index of an older version is made anew, and a right one looked at once a day', async () => {
    await plant('UPDATE hw.index_states SET token_version = 1 WHERE tenant_id = TENANT');
    await plant(`UPDATE hw.search_tokens SET tokens = '{1}' WHERE tenant_id = TENANT`);
    await tick(fixture.deps, INDEX_SWEEPS);
    await fixture.drain(['check-index']);
    expect(await stateOf()).toMatchObject({ tokenVersion: INDEX_VERSION });
    expect(await rows()).not.toContainEqual(expect.objectContaining({ tokens: [1] }));
    const checked = (await stateOf())?.checkedAt;
    fixture.clock.at += DAY_MS - 60_000;
    await tick(fixture.deps, INDEX_SWEEPS);
    await fixture.drain(['check-index']);
    expect((await stateOf())?.checkedAt).toBe(checked);
    fixture.clock.at += 120_000;
    await tick(fixture.deps, INDEX_SWEEPS);
    await fixture.drain(['check-index']);
    expect((await stateOf())?.checkedAt).toBeGreaterThan(checked ?? 0);
  });

  it('a walk whose job was lost goes on', async () => {
    const runId = await begin('rebuild');
    await fixture.boss.deleteAllJobs('check-index');
    fixture.killAt('index.committed', 2);
    await expect(walkIndex(fixture.deps, tenantId, runId, { batch: 20 })).rejects.toThrow(Killed);
    fixture.clock.at += 10 * 60_000;
    await tick(fixture.deps, INDEX_SWEEPS);
    await fixture.drain(['check-index']);
    expect(await within((tx) => findOpenIndexRun(tx, 'postgres'))).toBeUndefined();
    expect(await stateOf()).toMatchObject({ examined: 157 });
  });

  it('a run of a newer worker is left to it, one of an older begins again', async () => {
    const runId = await begin('rebuild');
    await plant('UPDATE hw.index_runs SET version = $1 WHERE run_id = $2', [INDEX_VERSION + 1, runId]);
    await walkIndex(fixture.deps, tenantId, runId);
    expect(await within((tx) => findOpenIndexRun(tx, 'postgres'))).toMatchObject({ done: 0 });
    await plant('UPDATE hw.index_runs SET version = $1, done = 7 WHERE run_id = $2', [INDEX_VERSION - 1, runId]);
    await walkIndex(fixture.deps, tenantId, runId);
    expect(await within((tx) => findOpenIndexRun(tx, 'postgres'))).toBeUndefined();
    expect(await stateOf()).toMatchObject({ examined: 157, tokenVersion: INDEX_VERSION });
  });
});

it('a comparison in small steps sees every message once', async () => {
  const seen: MessageId[] = [];
  for (let after: MessageId | null = null; ;) {
    const stretch = await within((tx) => compareIndex(tx, after, 7));
    seen.push(...stretch.messageIds);
    if (stretch.last === null) break;
    after = stretch.last;
  }
  expect(new Set(seen).size).toBe(157);
  expect(seen).toHaveLength(157);
  expect(connectionId).toBeDefined();
});
