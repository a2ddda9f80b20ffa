import { createHash, randomBytes } from 'node:crypto';
import { asPlatform, listDueLanes } from '@highwater/db';
import type { ConnectionId, TenantId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { tick } from '../sweep/sweep.ts';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { fetchLane } from './fetch-lane.ts';
import { listOrphans } from './list-orphans.ts';

const MIB = 1024 * 1024;

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;
let key: { publicPem: string; version: number };

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'), { largestFileBytes: 64 * MIB });
});
afterAll(() => fixture.close());
beforeEach(async () => {
  const { finance } = fixture;
  finance.envelopes.length = 0;
  finance.files.clear();
  finance.faults.length = 0;
  finance.shardsAnswered.clear();
  finance.beforeShard = () => undefined;
  fixture.objects.objects.clear();
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  const connected = await fixture.connect(tenantId);
  connectionId = connected.connectionId;
  key = { publicPem: connected.publicPem, version: 1 };
});

/** Messages with a file each, pulled and opened; nothing is fetched yet. `says` is the size that the message names. */
async function archiveFiles(files: readonly { bytes: Uint8Array; says?: number }[]): Promise<string[]> {
  const ids = files.map(({ bytes }) => {
    const id = `CiA${randomBytes(60).toString('hex')}`;
    fixture.finance.files.set(id, { bytes });
    return id;
  });
  const plaintexts = files.map(({ bytes, says = bytes.length }, at) => {
    const sdkfileid = ids[at] ?? '';
    const md5sum = createHash('md5').update(bytes).digest('hex');
    const file = { md5sum, filename: 'a.bin', fileext: 'bin', filesize: says, sdkfileid };
    const about = { msgid: sdkfileid.slice(0, 40), action: 'send', from: 'LinXiaoyu', tolist: ['ZhaoKai'] };
    return JSON.stringify({ ...about, msgtime: fixture.clock.at, msgtype: 'file', file });
  });
  fixture.finance.archive(plaintexts, key);
  await fixture.drain(['pull-archive', 'open-page']);
  return ids;
}

const states = async () =>
  (await fixture.read<{ state: string }>(tenantId, 'SELECT state FROM hw.media ORDER BY media_id')).map(
    ({ state }) => state,
  );
const dueLanes = async () =>
  (await asPlatform(fixture.database, 'sweep', (tx) => listDueLanes(tx, fixture.clock.at, 100)))
    .filter((row) => row.tenantId === tenantId)
    .map((row) => row.lane);

describe('a lane', () => {
  it('has one job, however many files a page brings, and fetches all of them', async () => {
    await archiveFiles(Array.from({ length: 30 }, (_, at) => ({ bytes: randomBytes(at * 1000) })));
    const jobs = await fixture.read(
      tenantId,
      "SELECT data->>'lane' AS lane FROM pgboss.job WHERE name = 'fetch-media' AND data->>'tenantId' = $1",
      [tenantId],
    );
    expect(jobs).toEqual([{ lane: 'small' }]);
    await fixture.drain(['fetch-media']);
    expect(new Set(await states())).toEqual(new Set(['stored']));
    expect(await listOrphans(fixture.deps, [tenantId])).toEqual({ unknown: [], missing: [] });
  });

  it('fetches four at once, and a slow file holds up nobody but itself', async () => {
    await archiveFiles(Array.from({ length: 12 }, () => ({ bytes: randomBytes(100) })));
    const four = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    let slow: string | undefined;
    let [atWork, most] = [0, 0];
    fixture.finance.beforeShard = async (id) => {
      slow ??= id;
      most = Math.max(most, (atWork += 1));
      if (atWork === 4) four.resolve();
      await (id === slow ? goOn.promise : four.promise);
      atWork -= 1;
    };
    const turn = fetchLane(fixture.deps, tenantId, { connectionId, lane: 'small' });
    await expect.poll(async () => (await states()).filter((state) => state === 'stored').length).toBe(11);
    goOn.resolve();
    await turn;
    expect(most).toBe(4);
    expect(new Set(await states())).toEqual(new Set(['stored']));
  });

  it('shares its places with a turn beside it, and asks for no shard twice', async () => {
    await archiveFiles(Array.from({ length: 20 }, () => ({ bytes: randomBytes(600_000) })));
    let [atWork, most] = [0, 0];
    fixture.finance.beforeShard = async () => {
      most = Math.max(most, (atWork += 1));
      await new Promise((resolve) => setImmediate(resolve));
      atWork -= 1;
    };
    const turn = () => fetchLane(fixture.deps, tenantId, { connectionId, lane: 'small' });
    await Promise.all([turn(), turn(), turn()]);
    await fixture.drain(['fetch-media']);
    expect(new Set(await states())).toEqual(new Set(['stored']));
    expect(new Set(fixture.finance.shardsAnswered.values())).toEqual(new Set([1]));
    // Counted by claims, so that a moment may see one or two more than there are places.
    expect(most).toBeLessThanOrEqual(6);
  });

  it('leaves large files to the other lane, also one that turns out to be large', async () => {
    await archiveFiles([{ bytes: randomBytes(9 * MIB) }, { bytes: randomBytes(10 * MIB), says: 5 }]);
    const lanes = () =>
      fixture.read(tenantId, 'SELECT lane, state, received_bytes AS received FROM hw.media ORDER BY expected_size');
    expect(await lanes()).toMatchObject([{ lane: 'small' }, { lane: 'large' }]);
    await fetchLane(fixture.deps, tenantId, { connectionId, lane: 'small' });
    expect(await lanes()).toMatchObject([
      { lane: 'large', state: 'wanted', received: String(8 * MIB) },
      { lane: 'large', state: 'wanted', received: '0' },
    ]);
    await fetchLane(fixture.deps, tenantId, { connectionId, lane: 'large' });
    // What came is not what the message said: asked for again.
    expect(await lanes()).toMatchObject([{ state: 'wanted' }, { state: 'stored' }]);
    expect([...fixture.finance.shardsAnswered.values()].every((times) => times === 1)).toBe(true);
  });

  it('gives its file back at the next shard when the worker stops, and another goes on there', async () => {
    await archiveFiles([{ bytes: randomBytes(4 * MIB) }]);
    const stop = new AbortController();
    fixture.finance.beforeShard = (_id, index) => {
      if (index === String(MIB)) stop.abort();
    };
    await fetchLane(fixture.deps, tenantId, { connectionId, lane: 'small' }, stop.signal);
    expect(await fixture.read(tenantId, 'SELECT state, segments, claimed_until AS held FROM hw.media')).toEqual([
      { state: 'wanted', segments: 3, held: null },
    ]);
    expect(await dueLanes()).toEqual(['small']);
    await fixture.drain(['fetch-media']);
    expect(await states()).toEqual(['stored']);
    expect(new Set(fixture.finance.shardsAnswered.values())).toEqual(new Set([1]));
  });

  it('stops at a cause that a person cures, with all its files, and all come when that is cured', async () => {
    await archiveFiles(Array.from({ length: 40 }, () => ({ bytes: randomBytes(10) })));
    let asked = 0;
    fixture.finance.beforeShard = () => {
      asked += 1;
      fixture.finance.faults.push({ fault: 'ip.untrusted' });
    };
    await fixture.drain(['fetch-media']);
    expect(asked).toBeLessThanOrEqual(8);
    const [counts] = await fixture.read<{ blocked: string; attempts: number }>(
      tenantId,
      'SELECT count(*) FILTER (WHERE is_blocked) AS blocked, max(attempts) AS attempts FROM hw.media',
    );
    expect(counts).toEqual({ blocked: '40', attempts: 0 });
    fixture.finance.beforeShard = () => undefined;
    fixture.finance.faults.length = 0;
    expect(await dueLanes()).toEqual([]);
    fixture.clock.at += 7 * 60_000;
    await tick(fixture.deps);
    await fixture.drain(['fetch-media']);
    expect(new Set(await states())).toEqual(new Set(['stored']));
  });

  it('goes on at once when a pull finds that what was in the way is cured', async () => {
    await archiveFiles([{ bytes: randomBytes(10) }]);
    fixture.finance.faults.push({ fault: 'ip.untrusted' });
    await fixture.drain(['fetch-media']);
    expect(await states()).toEqual(['wanted']);
    fixture.finance.faults.push({ fault: 'ip.untrusted' });
    for (const _pull of ['that is refused', 'that is answered']) {
      await fixture.enqueuePull(tenantId);
      await fixture.drain(['pull-archive']);
    }
    await fixture.drain(['fetch-media']);
    expect(await states()).toEqual(['stored']);
  });

  it('whose job was lost is found by the sweep', async () => {
    await archiveFiles([{ bytes: randomBytes(10) }]);
    await fixture.boss.deleteQueuedJobs('fetch-media');
    await tick(fixture.deps);
    await fixture.drain(['fetch-media']);
    expect(await states()).toEqual(['stored']);
  });

  it('of a stranger fetches nothing', async () => {
    await archiveFiles([{ bytes: randomBytes(10) }]);
    await fetchLane(fixture.deps, await fixture.makeTenant(), { connectionId, lane: 'small' });
    expect(await states()).toEqual(['wanted']);
  });
});
