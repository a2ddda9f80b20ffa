import { createHash, randomBytes } from 'node:crypto';
import { inTenant, retryFiles } from '@highwater/db';
import { FaultError, type MediaId, type TenantId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { tick } from '../sweep/sweep.ts';
import { fetchMedia } from './fetch-media.ts';
import {
  archiveFile as archiveIn,
  rowOf as readRow,
  storedBytes as readStored,
  type ArchivedFile,
  type FileRow,
} from './testing/archived-files.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let key: { publicPem: string; version: number };

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.finance.envelopes.length = 0;
  fixture.finance.files.clear();
  fixture.finance.faults.length = 0;
  fixture.finance.shardsAnswered.clear();
  fixture.objects.objects.clear();
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  key = { publicPem: (await fixture.connect(tenantId)).publicPem, version: 1 };
});

const archiveFile = (file: ArchivedFile) => archiveIn(fixture, tenantId, key, file);
const rowOf = (mediaId: MediaId) => readRow(fixture, tenantId, mediaId);
const storedBytes = (row: FileRow) => readStored(fixture, tenantId, row);

describe('a file', () => {
  it.each([
    ['of no bytes', 0],
    ['of one byte', 1],
    ['of exactly one shard', 524_288],
    ['of several shards', 1_500_000],
  ])('%s is stored sealed, whole, with its hash', async (_, size) => {
    const bytes = randomBytes(size);
    const mediaId = await archiveFile({ bytes });
    await fixture.drain();
    const row = await rowOf(mediaId);
    expect(row).toMatchObject({ state: 'stored', fault: null, attempts: 1, size: String(size), next: null });
    expect(row.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Buffer.compare(await storedBytes(row), bytes)).toBe(0);
    if (size > 16) expect(fixture.objects.objects.get(row.name ?? '')?.includes(bytes.subarray(0, 16))).toBe(false);
  });

  it('gets the type that its bytes prove', async () => {
    const mediaId = await archiveFile({ bytes: Buffer.from('%PDF-1.7 …'), name: 'a.html' });
    await fixture.drain();
    expect((await rowOf(mediaId)).type).toBe('application/pdf');
  });

  it('whose md5 differs is asked for again, then kept with that note', async () => {
    const mediaId = await archiveFile({ bytes: randomBytes(1000), md5: '0'.repeat(32) });
    for (const attempt of [1, 2]) {
      await fetchMedia(fixture.deps, tenantId, mediaId);
      const row = await rowOf(mediaId);
      expect(row).toMatchObject({ state: 'wanted', fault: 'media.md5_differs', attempts: attempt });
      fixture.clock.at = row.next ?? 0;
    }
    await fetchMedia(fixture.deps, tenantId, mediaId);
    expect(await rowOf(mediaId)).toMatchObject({ state: 'stored', fault: 'media.md5_differs', size: '1000' });
  });

  it('that was kept in spite of its md5 is fetched again by hand, and kept until WeCom gives the right bytes', async () => {
    const bytes = randomBytes(1000);
    const mediaId = await archiveFile({ bytes });
    const [file] = fixture.finance.files.values();
    if (file === undefined) throw new Error('no file');
    file.bytes = randomBytes(1000);
    const kept = file.bytes;
    await fixture.read(tenantId, 'UPDATE hw.media SET spoilt = 2');
    await fetchMedia(fixture.deps, tenantId, mediaId);
    expect(await rowOf(mediaId)).toMatchObject({ state: 'stored', fault: 'media.md5_differs' });
    const retry = () =>
      inTenant(fixture.database, tenantId, (tx) =>
        retryFiles(
          tx,
          { kind: 'all' },
          { list: 'deviating', connectionId: null, mediaKind: null, fault: null, mediaId },
          fixture.clock.at,
        ),
      );
    expect(await retry()).toEqual([mediaId]);
    file.gone = 'media.expired';
    await fetchMedia(fixture.deps, tenantId, mediaId);
    expect(await rowOf(mediaId)).toMatchObject({ state: 'stored', fault: 'media.md5_differs', next: null });
    expect(await storedBytes(await rowOf(mediaId))).toEqual(kept);

    await retry();
    delete file.gone;
    file.bytes = bytes;
    await fetchMedia(fixture.deps, tenantId, mediaId);
    expect(await rowOf(mediaId)).toMatchObject({ state: 'stored', fault: null });
    expect(await storedBytes(await rowOf(mediaId))).toEqual(bytes);
  });

  it('whose md5 heals is stored without a note', async () => {
    const bytes = randomBytes(1000);
    const mediaId = await archiveFile({ bytes });
    const [file] = fixture.finance.files.values();
    if (file === undefined) throw new Error('no file');
    file.bytes = randomBytes(1000);
    await fetchMedia(fixture.deps, tenantId, mediaId);
    file.bytes = bytes;
    await fetchMedia(fixture.deps, tenantId, mediaId);
    expect(await rowOf(mediaId)).toMatchObject({ state: 'stored', fault: null, attempts: 2 });
  });

  it.each(['media.expired', 'media.bad_id'] as const)(
    'that WeCom answers with %s is absent for that reason',
    async (gone) => {
      const mediaId = await archiveFile({ bytes: randomBytes(10) });
      for (const file of fixture.finance.files.values()) file.gone = gone;
      await fixture.drain();
      expect(await rowOf(mediaId)).toMatchObject({ state: 'absent', fault: gone, next: null });
    },
  );

  it('above the cap is not fetched when it says so, and not kept when it lied', async () => {
    const honest = await archiveFile({ bytes: randomBytes(10), size: 4_000_001 });
    await fetchMedia(fixture.deps, tenantId, honest);
    expect(await rowOf(honest)).toMatchObject({ state: 'absent', fault: 'media.too_large' });
    expect(fixture.objects.objects.size).toBe(0);
  });

  it('above the cap that lied about its size is not kept', async () => {
    const liar = await archiveFile({ bytes: randomBytes(4_000_001), size: 10 });
    await fetchMedia(fixture.deps, tenantId, liar);
    expect(await rowOf(liar)).toMatchObject({ state: 'absent', fault: 'media.too_large' });
    expect(fixture.objects.objects.size).toBe(0);
  });

  it('waits, longer each time, while WeCom cannot be asked, and goes on at its shard when it can', async () => {
    const bytes = randomBytes(600_000);
    const mediaId = await archiveFile({ bytes });
    const waits: number[] = [];
    for (const _attempt of [1, 2, 3]) {
      fixture.finance.faults.push(...Array.from({ length: 3 }, () => ({ fault: 'wecom.unreachable' as const })));
      await fetchMedia(fixture.deps, tenantId, mediaId);
      const row = await rowOf(mediaId);
      expect(row).toMatchObject({ state: 'wanted', fault: 'wecom.unreachable' });
      waits.push((row.next ?? 0) - fixture.clock.at);
    }
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    await fixture.boss.deleteQueuedJobs('fetch-media');
    await tick(fixture.deps);
    await fixture.drain(['fetch-media']);
    expect((await rowOf(mediaId)).state).toBe('wanted');
    fixture.clock.at += waits.at(-1) ?? 0;
    await tick(fixture.deps);
    await fixture.drain(['fetch-media']);
    expect(await rowOf(mediaId)).toMatchObject({ state: 'stored', fault: null });
  });

  it.each(['media.interrupted', 'wecom.unreachable', 'wecom.busy'] as const)(
    'whose shard fails with %s is asked for that shard again, not for those before',
    async (fault) => {
      const mediaId = await archiveFile({ bytes: randomBytes(1_200_000) });
      const { finance } = fixture;
      let failing = 2;
      finance.beforeShard = (_id, index) => {
        if (index !== '' && failing-- > 0) finance.faults.push({ fault });
      };
      await fetchMedia(fixture.deps, tenantId, mediaId);
      finance.beforeShard = () => undefined;
      expect(await rowOf(mediaId)).toMatchObject({ state: 'stored', fault: null, size: '1200000' });
      expect([...finance.shardsAnswered.values()]).toEqual([1, 1, 1]);
    },
  );

  it.each(['ip.untrusted', 'secret.wrong'] as const)(
    'that %s keeps waiting costs no attempt, keeps what came of it, and comes when a person cured that',
    async (fault) => {
      const mediaId = await archiveFile({ bytes: randomBytes(1_200_000) });
      fixture.finance.beforeShard = (_id, index) => {
        if (index === '1048576') fixture.finance.faults.push({ fault });
      };
      for (const _time of [1, 2]) {
        await fetchMedia(fixture.deps, tenantId, mediaId);
        const state = await fixture.read(
          tenantId,
          'SELECT state, fault, attempts, is_blocked AS blocked, segments FROM hw.media',
        );
        // The last attempt to come further is the one that is not taken back.
        expect(state).toEqual([{ state: 'wanted', fault, attempts: expect.any(Number), blocked: true, segments: 2 }]);
      }
      fixture.finance.beforeShard = () => undefined;
      fixture.clock.at += 7 * 60_000;
      await tick(fixture.deps);
      await fixture.drain(['fetch-media']);
      expect(await rowOf(mediaId)).toMatchObject({ state: 'stored', fault: null });
      expect([...fixture.finance.shardsAnswered.values()]).toEqual([1, 1, 1]);
    },
  );

  it('that waits for a person until WeCom has dropped it is expired, and nothing of it is left', async () => {
    const mediaId = await archiveFile({ bytes: randomBytes(1_200_000) });
    fixture.finance.beforeShard = (_id, index) => {
      if (index === '1048576') fixture.finance.faults.push({ fault: 'ip.untrusted' });
    };
    await fetchMedia(fixture.deps, tenantId, mediaId);
    fixture.finance.beforeShard = () => undefined;
    expect(fixture.objects.objects.size).toBe(2);
    fixture.clock.at += 5 * 86_400_000;
    await tick(fixture.deps);
    expect(await rowOf(mediaId)).toMatchObject({ state: 'absent', fault: 'media.expired', next: null });
    await tick(fixture.deps);
    expect(fixture.objects.objects.size).toBe(0);
  });

  it('waits while the store is full, and the tenant is told until the next file is kept', async () => {
    const mediaId = await archiveFile({ bytes: randomBytes(10) });
    const told = () =>
      fixture.read<{ resolved: number | null }>(
        tenantId,
        "SELECT resolved_at AS resolved FROM hw.findings WHERE fault = 'storage.unavailable'",
      );
    const put = () => Promise.reject(new FaultError('storage.unavailable'));
    await fetchMedia({ ...fixture.deps, objects: { ...fixture.deps.objects, put } }, tenantId, mediaId);
    expect(await rowOf(mediaId)).toMatchObject({ state: 'wanted', fault: 'storage.unavailable' });
    expect(await told()).toEqual([{ resolved: null }]);
    await fetchMedia(fixture.deps, tenantId, mediaId);
    expect(await rowOf(mediaId)).toMatchObject({ state: 'stored', fault: null });
    expect(await told()).toEqual([{ resolved: fixture.clock.at }]);
  });

  it('is fetched once when two ask at once, and not again once it is there', async () => {
    const mediaId = await archiveFile({ bytes: randomBytes(600_000) });
    await Promise.all([1, 2].map(() => fetchMedia(fixture.deps, tenantId, mediaId)));
    await fetchMedia(fixture.deps, tenantId, mediaId);
    expect(fixture.objects.objects.size).toBe(1);
    expect(await rowOf(mediaId)).toMatchObject({ state: 'stored', fault: null });
  });
});

it('a file of another tenant is not there', async () => {
  const mediaId = await archiveFile({ bytes: randomBytes(10) });
  await fetchMedia(fixture.deps, await fixture.makeTenant(), mediaId);
  expect(await rowOf(mediaId)).toMatchObject({ state: 'wanted', attempts: 0 });
});
