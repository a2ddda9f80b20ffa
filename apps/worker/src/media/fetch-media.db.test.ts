import { createHash, randomBytes } from 'node:crypto';
import { objectPlace, openObject } from '@highwater/crypto';
import { FaultError, type FailpointName, type MediaId, type TenantId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createChainFixture, Killed, type ChainFixture } from '../testing/chain-fixture.ts';
import { tick } from '../sweep/sweep.ts';
import { fetchMedia } from './fetch-media.ts';

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
  fixture.objects.objects.clear();
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  key = { publicPem: (await fixture.connect(tenantId)).publicPem, version: 1 };
});

const md5Of = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');

/** A message with one file, pulled and opened; the file itself is not fetched yet. */
async function archiveFile(file: { bytes: Uint8Array; md5?: string; size?: number; name?: string }): Promise<MediaId> {
  const sdkfileid = `CiA${randomBytes(60).toString('hex')}`;
  const { bytes, md5 = md5Of(bytes), size = bytes.length, name = '报价.pdf' } = file;
  fixture.finance.files.set(sdkfileid, { bytes });
  const body = { md5sum: md5, filename: name, fileext: name.split('.').at(-1), filesize: size, sdkfileid };
  const message = {
    msgid: sdkfileid.slice(0, 40),
    action: 'send',
    from: 'LinXiaoyu',
    tolist: ['ZhaoKai'],
    msgtime: fixture.clock.at,
  };
  fixture.finance.archive([JSON.stringify({ ...message, msgtype: 'file', file: body })], key);
  await fixture.drain(['pull-archive', 'open-page']);
  const [row] = await fixture.read<{ id: MediaId }>(tenantId, 'SELECT media_id AS id FROM hw.media');
  if (row === undefined) throw new Error('no media row');
  return row.id;
}

interface Row {
  readonly state: string;
  readonly fault: string | null;
  readonly attempts: number;
  readonly name: string | null;
  readonly size: string | null;
  readonly sha256: string | null;
  readonly type: string | null;
  readonly next: number | null;
}
async function rowOf(mediaId: MediaId): Promise<Row> {
  const [row] = await fixture.read<Row>(
    tenantId,
    `SELECT state, fault, attempts, object_name AS name, size, sha256, content_type AS type, next_try_at AS next
     FROM hw.media WHERE media_id = $1`,
    [mediaId],
  );
  if (row === undefined) throw new Error('no media row');
  return row;
}

async function storedBytes(row: Row): Promise<Buffer> {
  const objectKey = await fixture.deps.tenantKeys.subkey(tenantId, 'object');
  const parts: Uint8Array[] = [];
  const sealed = await fixture.objects.get(row.name ?? '');
  for await (const part of openObject(objectKey, objectPlace(tenantId, row.name ?? ''), sealed)) parts.push(part);
  return Buffer.concat(parts);
}

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

  it('waits, longer each time, while WeCom cannot be asked, and comes when it can', async () => {
    const mediaId = await archiveFile({ bytes: randomBytes(10) });
    const waits: number[] = [];
    for (const fault of ['wecom.unreachable', 'ip.untrusted', 'secret.wrong'] as const) {
      fixture.finance.faults.push({ fault });
      await fetchMedia(fixture.deps, tenantId, mediaId);
      const row = await rowOf(mediaId);
      expect(row).toMatchObject({ state: 'wanted', fault });
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

describe('a fetch that is killed', () => {
  const places: FailpointName[] = ['media.shard', 'media.stored', 'media.committed'];

  it.each(places)('at %s starts that file again and doubles nothing', async (place) => {
    const bytes = randomBytes(1_200_000);
    const mediaId = await archiveFile({ bytes });
    fixture.killAt(place, place === 'media.shard' ? 2 : 1);
    await expect(fetchMedia(fixture.deps, tenantId, mediaId)).rejects.toThrow(Killed);
    await fetchMedia(fixture.deps, tenantId, mediaId);
    const row = await rowOf(mediaId);
    expect(row).toMatchObject({ state: 'stored', fault: null, size: '1200000' });
    expect(Buffer.compare(await storedBytes(row), bytes)).toBe(0);
    expect([...fixture.objects.objects.keys()]).toEqual([row.name]);
  });
});

it('a file of another tenant is not there', async () => {
  const mediaId = await archiveFile({ bytes: randomBytes(10) });
  await fetchMedia(fixture.deps, await fixture.makeTenant(), mediaId);
  expect(await rowOf(mediaId)).toMatchObject({ state: 'wanted', attempts: 0 });
});
