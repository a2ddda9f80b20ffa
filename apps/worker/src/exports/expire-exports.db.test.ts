import { FaultError, type MemberId } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { buildExport } from './build-export.ts';
import { expireExports } from './expire-exports.ts';
import { archiveSamples } from './testing/archive-samples.ts';
import { createHandOverFixture, type Company, type HandOverFixture } from './testing/hand-over-fixture.ts';

let fixture: HandOverFixture;
let company: Company;
let owner: MemberId;

beforeAll(async () => {
  fixture = await createHandOverFixture(inject('superuser'));
  company = await fixture.makeCompany();
  owner = await fixture.addMember(company.tenantId, 'owner');
  await archiveSamples(fixture, company);
});
afterAll(() => fixture.close());

async function built() {
  const exportId = await fixture.requestExport(company.tenantId, owner);
  await buildExport(fixture.deps, company.tenantId, exportId);
  return exportId;
}
const stateOf = async (exportId: Awaited<ReturnType<typeof built>>) =>
  (await fixture.getExport(company.tenantId, exportId)).state;

it('a package is kept for seven days and then taken away with its list', async () => {
  const exportId = await built();
  fixture.clock.at += 7 * 86_400_000 - 1;
  await expireExports(fixture.deps);
  expect(await stateOf(exportId)).toBe('complete_with_missing');
  expect(fixture.packages()).toHaveLength(1);

  const younger = await built();
  fixture.clock.at += 1;
  await expireExports(fixture.deps);
  expect(await stateOf(exportId)).toBe('expired');
  expect(await stateOf(younger)).toBe('complete_with_missing');
  const row = await fixture.getExport(company.tenantId, younger);
  expect(fixture.packages()).toEqual([row.objectName]);
  const lists = await fixture.read(company.tenantId, 'SELECT DISTINCT export_id AS "exportId" FROM hw.export_messages');
  expect(lists).toEqual([{ exportId: younger }]);
});

it('one package that cannot be taken away does not keep the others', async () => {
  const [stuck, other] = [await built(), await built()];
  fixture.clock.at += 7 * 86_400_000;
  const stuckName = (await fixture.getExport(company.tenantId, stuck)).objectName;
  const objects = {
    put: fixture.objects.put.bind(fixture.objects),
    get: fixture.objects.get.bind(fixture.objects),
    size: fixture.objects.size.bind(fixture.objects),
    list: fixture.objects.list.bind(fixture.objects),
    delete: (name: string) =>
      name === stuckName ? Promise.reject(new FaultError('storage.unavailable')) : fixture.objects.delete(name),
  };
  await expect(expireExports({ ...fixture.deps, objects })).rejects.toThrow('storage.unavailable');
  expect([await stateOf(stuck), await stateOf(other)]).toEqual(['complete_with_missing', 'expired']);
  await expireExports(fixture.deps);
  expect(await stateOf(stuck)).toBe('expired');
  expect(fixture.packages()).toEqual([]);
});
