import { randomBytes } from 'node:crypto';
import { objectPlace, openObject } from '@highwater/crypto';
import type { FailpointName, MediaId, TenantId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createChainFixture, Killed, type ChainFixture } from '../testing/chain-fixture.ts';
import { tick } from '../sweep/sweep.ts';
import { fetchMedia } from './fetch-media.ts';
import {
  archiveFile as archiveIn,
  md5Of,
  rowOf as readRow,
  storedBytes as readStored,
  type ArchivedFile,
  type FileRow,
} from './testing/archived-files.ts';
import { CLAIM_MS } from './lanes.ts';
import { listOrphans } from './list-orphans.ts';

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

describe('one content', () => {
  const orphans = () => listOrphans(fixture.deps, [tenantId]);

  it('is kept once per tenant, whatever its files are called', async () => {
    const bytes = randomBytes(700_000);
    const first = await archiveFile({ bytes, name: 'a.pdf' });
    await fixture.drain(['fetch-media']);
    const second = await archiveFile({ bytes, name: 'b.zip' });
    await fixture.drain(['fetch-media']);
    const rows = [await rowOf(first), await rowOf(second)];
    expect(rows.map(({ state }) => state)).toEqual(['stored', 'stored']);
    expect(new Set(rows.map(({ name }) => name))).toHaveLength(1);
    expect(fixture.objects.objects.size).toBe(1);
    expect(await orphans()).toEqual({ unknown: [], missing: [] });
    expect(await fixture.read(tenantId, 'SELECT state, md5 FROM hw.contents')).toEqual([
      { state: 'stored', md5: md5Of(bytes) },
    ]);
  });

  it('of two tenants is two objects, and neither opens as the other', async () => {
    const bytes = randomBytes(100);
    const row = await rowOf(await archiveFile({ bytes }));
    await fixture.drain(['fetch-media']);
    const mine = (await fixture.read<{ name: string }>(tenantId, 'SELECT object_name AS name FROM hw.media'))[0]?.name;
    const other = await fixture.deps.tenantKeys.subkey(await fixture.makeTenant(), 'object');
    const open = async () => {
      for await (const _part of openObject(
        other,
        objectPlace(tenantId, mine ?? ''),
        await fixture.objects.get(mine ?? ''),
      ))
        continue;
    };
    expect(row.state).toBe('wanted');
    await expect(open()).rejects.toThrow('object.damaged');
  });

  it('stored by older code gets its row, and is not written again', async () => {
    const bytes = randomBytes(100);
    const first = await archiveFile({ bytes });
    await fixture.drain(['fetch-media']);
    const { name } = await rowOf(first);
    await fixture.read(tenantId, 'DELETE FROM hw.contents');
    await fixture.read(tenantId, 'UPDATE hw.media SET md5_state = NULL');
    await tick(fixture.deps);
    expect(await fixture.read(tenantId, 'SELECT object_name AS name, md5, state FROM hw.contents')).toEqual([
      { name, md5: null, state: 'stored' },
    ]);
    const second = await archiveFile({ bytes });
    await fixture.drain(['fetch-media']);
    expect((await rowOf(second)).name).toBe(name);
    expect(fixture.objects.objects.size).toBe(1);
  });

  it('whose write was cut off and never came again is cleared away', async () => {
    const mediaId = await archiveFile({ bytes: randomBytes(100) });
    fixture.killAt('media.stored');
    await expect(fetchMedia(fixture.deps, tenantId, mediaId)).rejects.toThrow(Killed);
    expect(fixture.objects.objects.size).toBe(1);
    expect(await orphans()).toEqual({ unknown: [], missing: [] });
    for (const file of fixture.finance.files.values()) file.gone = 'media.expired';
    fixture.clock.at += 61 * 60_000;
    await tick(fixture.deps);
    await fixture.drain(['fetch-media']);
    expect(fixture.objects.objects.size).toBe(0);
    expect(await fixture.read(tenantId, 'SELECT 1 FROM hw.contents')).toEqual([]);
    expect(await rowOf(mediaId)).toMatchObject({ state: 'absent', fault: 'media.expired' });
  });
});

describe('a fetch that is killed', () => {
  const places: FailpointName[] = [
    'media.shard',
    'media.segment',
    'media.content',
    'media.stored',
    'media.committed',
    'media.cleared',
  ];
  const sizes = [
    ['nothing', 0],
    ['one shard', 30_000],
    ['exactly two shards', 1_048_576],
    ['three shards', 1_200_000],
  ] as const;

  it.each(places.flatMap((place) => sizes.map((size) => [place, ...size] as const)))(
    'at %s goes on with its file of %s: byte for byte, no object too many, one shard asked for twice at most',
    async (place, _, size) => {
      const bytes = randomBytes(size);
      const mediaId = await archiveFile({ bytes });
      const shards = Math.max(1, Math.ceil(size / 524_288));
      const mayPass = place !== 'media.segment' && place !== 'media.cleared';
      fixture.killAt(place, place === 'media.shard' || place === 'media.segment' ? Math.min(2, shards) : 1);
      const first = fetchMedia(fixture.deps, tenantId, mediaId);
      if (mayPass || shards > 1) await expect(first).rejects.toThrow(Killed);
      else await first;
      fixture.clock.at += CLAIM_MS;
      await fetchMedia(fixture.deps, tenantId, mediaId);
      await tick(fixture.deps);
      const row = await rowOf(mediaId);
      expect(row).toMatchObject({ state: 'stored', fault: null, size: String(size) });
      expect(Buffer.compare(await storedBytes(row), bytes)).toBe(0);
      expect([...fixture.objects.objects.keys()]).toEqual([row.name]);
      expect(await listOrphans(fixture.deps, [tenantId])).toEqual({ unknown: [], missing: [] });
      const asked = [...fixture.finance.shardsAnswered.values()];
      expect(asked).toHaveLength(shards);
      expect(asked.filter((times) => times > 1).length).toBeLessThanOrEqual(1);
      expect(Math.max(...asked)).toBeLessThanOrEqual(2);
    },
  );

  it('leaves a store in which every object is known, wherever that was', async () => {
    const mediaId = await archiveFile({ bytes: randomBytes(1_200_000) });
    for (const place of places) {
      fixture.killAt(place);
      await fetchMedia(fixture.deps, tenantId, mediaId).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      expect(await listOrphans(fixture.deps, [tenantId])).toEqual({ unknown: [], missing: [] });
      fixture.clock.at += CLAIM_MS;
    }
    fixture.killAt('media.shard', 0);
  });

  it('and whose worker was only slow changes nothing any more', async () => {
    const bytes = randomBytes(1_200_000);
    const mediaId = await archiveFile({ bytes });
    const reached = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    let held = false;
    fixture.finance.beforeShard = async (_id, index) => {
      if (index !== '524288' || held) return;
      held = true;
      reached.resolve();
      await goOn.promise;
    };
    const slow = fetchMedia(fixture.deps, tenantId, mediaId);
    await reached.promise;
    fixture.clock.at += CLAIM_MS;
    await fetchMedia(fixture.deps, tenantId, mediaId);
    fixture.finance.beforeShard = () => undefined;
    goOn.resolve();
    await slow;
    const row = await rowOf(mediaId);
    expect(Buffer.compare(await storedBytes(row), bytes)).toBe(0);
    await tick(fixture.deps);
    expect(await listOrphans(fixture.deps, [tenantId])).toEqual({ unknown: [], missing: [] });
  });
});
