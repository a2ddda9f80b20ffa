import { randomUUID } from 'node:crypto';
import { endExport, findExport, insertGrant, inTenant, revokeGrants } from '@highwater/db';
import {
  FaultError,
  type ExportId,
  type FailpointName,
  type MemberId,
  type ObjectStore,
  type PersonKey,
} from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { Killed } from '../testing/chain-fixture.ts';
import { buildExport } from './build-export.ts';
import type { ExportDeps } from './export-deps.ts';
import { archiveSamples } from './testing/archive-samples.ts';
import { createHandOverFixture, type Company, type HandOverFixture } from './testing/hand-over-fixture.ts';
import { readPackage } from './testing/read-package.ts';

let fixture: HandOverFixture;
let company: Company;
let owner: MemberId;
let exportId: ExportId;

beforeAll(async () => {
  fixture = await createHandOverFixture(inject('superuser'));
  company = await fixture.makeCompany();
  owner = await fixture.addMember(company.tenantId, 'owner');
  await archiveSamples(fixture, company);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  for (const name of fixture.packages()) await fixture.objects.delete(name);
  exportId = await fixture.requestExport(company.tenantId, owner);
});

const build = (deps: ExportDeps = fixture.deps) => buildExport(deps, company.tenantId, exportId);
const getRow = () => fixture.getExport(company.tenantId, exportId);
const selected = async () =>
  (await fixture.read(company.tenantId, 'SELECT 1 FROM hw.export_messages WHERE export_id = $1', [exportId])).length;
const cancel = () =>
  inTenant(fixture.database, company.tenantId, (tx) => endExport(tx, exportId, 'cancelled', null, fixture.clock.at));

/** The worker with another store around its own. */
function withStore(changes: Partial<ObjectStore>): ExportDeps {
  const { objects } = fixture;
  const store: ObjectStore = {
    put: (name, bytes) => objects.put(name, bytes),
    get: (name, range) => objects.get(name, range),
    size: (name) => objects.size(name),
    delete: (name) => objects.delete(name),
    list: (prefix) => objects.list(prefix),
    ...changes,
  };
  return { ...fixture.deps, objects: store };
}
/** Lets `meanwhile` happen once, after the first block of a package was written. */
function whilePacking(meanwhile: () => Promise<unknown>): ExportDeps {
  let happened = false;
  return withStore({
    put: (name, bytes) =>
      fixture.objects.put(
        name,
        (async function* () {
          for await (const block of bytes) {
            yield block;
            if (!happened) {
              happened = true;
              await meanwhile();
            }
          }
        })(),
      ),
  });
}

describe('a build that is killed', () => {
  const places: FailpointName[] = ['export.started', 'export.packed', 'export.committed'];

  it.each(places)('at %s and run again makes the same bytes and one object', async (place) => {
    const other = await fixture.requestExport(company.tenantId, owner);
    await buildExport(fixture.deps, company.tenantId, other);
    const undisturbed = await readPackage(fixture, company.tenantId, await fixture.getExport(company.tenantId, other));

    fixture.killAt(place);
    await expect(build()).rejects.toThrow(Killed);
    fixture.killAt(place);
    await build().catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    fixture.killAt('pull.fetched');
    await build();
    const row = await getRow();
    const opened = await readPackage(fixture, company.tenantId, row);
    expect(row.state).toBe('complete_with_missing');
    expect(opened.verdict).toMatchObject({ holds: true, messages: 157 });
    expect(opened.sha256).toBe(row.sha256);
    expect(opened.sha256).toBe(undisturbed.sha256);
    expect(fixture.packages()).toHaveLength(2);
    expect(await selected()).toBe(157);
    const built = await fixture.read(company.tenantId, 'SELECT 1 FROM hw.audit WHERE subject = $1', [
      `export:${exportId}`,
    ]);
    expect(built).toHaveLength(1);
  });

  it('is found by the sweep although its job is lost', async () => {
    await fixture.sweep();
    fixture.killAt('export.packed');
    await expect(fixture.work()).rejects.toThrow(Killed);
    expect((await getRow()).state).toBe('running');
    await fixture.sweep();
    await fixture.sweep();
    expect(await fixture.work()).toBe(1);
    expect((await getRow()).state).toBe('complete_with_missing');
    expect(fixture.packages()).toHaveLength(1);
  });

  it('after its cancellation leaves nothing when it is looked at again', async () => {
    fixture.killAt('export.packed');
    await expect(build()).rejects.toThrow(Killed);
    expect(fixture.packages()).toHaveLength(1);
    await cancel();
    await build();
    expect(fixture.packages()).toEqual([]);
  });
});

describe('a build that is cancelled', () => {
  it('before it begins is not begun', async () => {
    await cancel();
    await build();
    expect(await getRow()).toMatchObject({ state: 'cancelled', attempts: 0 });
    expect(fixture.packages()).toEqual([]);
  });

  it('while it is packed leaves no object and no list', async () => {
    await build(whilePacking(cancel));
    expect(await getRow()).toMatchObject({ state: 'cancelled', fault: null, objectName: null });
    expect(fixture.packages()).toEqual([]);
    expect(await selected()).toBe(0);
  });

  it('after its last byte is cancelled all the same', async () => {
    const late = withStore({
      put: async (name, bytes) => {
        const size = await fixture.objects.put(name, bytes);
        await cancel();
        return size;
      },
    });
    await build(late);
    expect(await getRow()).toMatchObject({ state: 'cancelled', objectName: null });
    expect(fixture.packages()).toEqual([]);
  });
});

describe('two builds at once', () => {
  it('end as one package', async () => {
    await Promise.all([build(), build()]);
    const row = await getRow();
    const opened = await readPackage(fixture, company.tenantId, row);
    expect(opened.sha256).toBe(row.sha256);
    expect(opened.verdict).toMatchObject({ holds: true, messages: 157 });
    expect(fixture.packages()).toEqual([row.objectName]);
  });

  it.each([[undefined], [['青橙']]])(
    'where the first was taken for dead leave the second alone (words %s)',
    async (words) => {
      exportId = await fixture.requestExport(company.tenantId, owner, words === undefined ? {} : { words });
      await build(whilePacking(() => build()));
      const row = await getRow();
      expect(row).toMatchObject({ attempts: 2, fault: null });
      expect(fixture.packages()).toEqual([row.objectName]);
      const opened = await readPackage(fixture, company.tenantId, row);
      expect(opened.sha256).toBe(row.sha256);
      expect(opened.messages).toHaveLength(row.messagesTotal ?? 0);
    },
  );

  it('where the second has narrower rights keep apart what each may list', async () => {
    const viewer = await fixture.addMember(company.tenantId, 'viewer', { employees: ['linxiaoyu'] });
    exportId = await fixture.requestExport(company.tenantId, viewer, { words: ['赵凯'] });
    const { searchIndex } = fixture.deps;
    let happened = false;
    const slow: ExportDeps = {
      ...fixture.deps,
      searchIndex: {
        ...searchIndex,
        async find(...question) {
          const found = await searchIndex.find(...question);
          if (happened) return found;
          happened = true;
          await inTenant(fixture.database, company.tenantId, async (tx) => {
            await revokeGrants(tx, viewer, viewer, fixture.clock.at);
            const employees = ['mia.olsen'] as PersonKey[];
            await insertGrant(tx, {
              grantId: randomUUID(),
              memberId: viewer,
              employees,
              grantedBy: owner,
              grantedAt: 0,
            });
          });
          await build();
          return found;
        },
      },
    };
    await build(slow);
    const row = await getRow();
    expect(row).toMatchObject({ attempts: 2, access: { kind: 'where', any: [{ people: ['mia.olsen'] }] } });
    expect(await selected()).toBe(row.messagesTotal);
    const wider = await fixture.addMember(company.tenantId, 'viewer', { employees: ['linxiaoyu'] });
    const control = await fixture.requestExport(company.tenantId, wider, { words: ['赵凯'] });
    await buildExport(fixture.deps, company.tenantId, control);
    expect((await fixture.getExport(company.tenantId, control)).messagesTotal).toBeGreaterThan(row.messagesTotal ?? 0);
  });

  it('where the second begins while the first reads its package back leave the end to the second', async () => {
    let happened = false;
    const late = withStore({
      get: async (name, range) => {
        if (!happened && name.startsWith('exports/')) {
          happened = true;
          fixture.killAt('export.packed');
          await expect(build()).rejects.toThrow(Killed);
        }
        return fixture.objects.get(name, range);
      },
    });
    await build(late);
    expect(await getRow()).toMatchObject({ state: 'running', attempts: 2 });
    await build();
    const row = await getRow();
    expect(row).toMatchObject({ state: 'complete_with_missing', attempts: 3 });
    expect(fixture.packages()).toEqual([row.objectName]);
  });

  it('whose first fails after the second was done leave the second alone', async () => {
    const dying = whilePacking(async () => {
      await build();
      throw new FaultError('permission.missing');
    });
    await build(dying);
    const row = await getRow();
    expect(row.state).toBe('complete_with_missing');
    expect(fixture.packages()).toEqual([row.objectName]);
    expect(await selected()).toBe(157);
  });
});

describe('a build that fails', () => {
  const failing = (fault: 'storage.unavailable' | 'internal') =>
    withStore({ put: () => Promise.reject(fault === 'internal' ? new Error('no') : new FaultError(fault)) });

  it('is tried four times and then says why, leaving nothing', async () => {
    for (let attempt = 1; attempt < 4; attempt += 1) {
      await expect(build(failing('internal'))).rejects.toThrow();
      expect((await getRow()).state).toBe('running');
    }
    await build(failing('internal'));
    expect(await getRow()).toMatchObject({
      state: 'failed',
      fault: 'internal',
      attempts: 4,
      finishedAt: fixture.clock.at,
    });
    expect(await selected()).toBe(0);
    await build();
    expect((await getRow()).state).toBe('failed');
    expect(fixture.packages()).toEqual([]);
  });

  it('because the store is away waits for it, for an hour', async () => {
    for (let attempt = 1; attempt < 8; attempt += 1)
      await expect(build(failing('storage.unavailable'))).rejects.toThrow();
    expect((await getRow()).state).toBe('running');
    fixture.clock.at += 60 * 60_000;
    await build(failing('storage.unavailable'));
    expect(await getRow()).toMatchObject({ state: 'failed', fault: 'storage.unavailable' });
  });

  it('of damaged bytes in the store is not handed over', async () => {
    const spoiled = withStore({
      put: async (name, bytes) => {
        const { size } = await fixture.objects.put(name, bytes);
        const object = fixture.objects.objects.get(name);
        object?.writeUInt8(object.readUInt8(size - 100) ^ 1, size - 100);
        return { size };
      },
    });
    await expect(build(spoiled)).rejects.toThrow(FaultError);
    expect((await getRow()).state).toBe('running');
    await build();
    const row = await getRow();
    expect(row.state).toBe('complete_with_missing');
    expect(fixture.packages()).toEqual([row.objectName]);
  });
});

it('rows of other companies are out of reach', async () => {
  const stranger = await fixture.makeTenant();
  await buildExport(fixture.deps, stranger, exportId);
  expect(await inTenant(fixture.database, stranger, (tx) => findExport(tx, exportId))).toBeUndefined();
  expect((await getRow()).state).toBe('queued');
});
