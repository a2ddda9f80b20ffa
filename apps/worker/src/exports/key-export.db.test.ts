import { randomUUID } from 'node:crypto';
import { insertApiKey, inTenant, markMemberRemoved, NO_TERMS, revokeApiKey } from '@highwater/db';
import type { ApiKeyId, KeyAction, MemberId, ObjectStore, PersonKey } from '@highwater/domain';
import { newId } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { buildExport } from './build-export.ts';
import { archiveSamples } from './testing/archive-samples.ts';
import { createHandOverFixture, type Company, type HandOverFixture } from './testing/hand-over-fixture.ts';
import { readPackage } from './testing/read-package.ts';

const DAY = 86_400_000;

let fixture: HandOverFixture;
let company: Company;
let ownerId: MemberId;
/** Two employees who say most. */
let one: PersonKey;
let other: PersonKey;

beforeAll(async () => {
  fixture = await createHandOverFixture(inject('superuser'));
  company = await fixture.makeCompany();
  await archiveSamples(fixture, company);
  ownerId = await fixture.addMember(company.tenantId, 'owner');
  const busiest = await fixture.read<{ key: PersonKey }>(
    company.tenantId,
    `SELECT p.person_key AS key FROM hw.people p
     JOIN hw.participants t ON t.tenant_id = p.tenant_id AND t.person_key = p.person_key
     WHERE p.kind = 'employee' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 2`,
  );
  [one, other] = busiest.map(({ key }) => key) as [PersonKey, PersonKey];
});
afterAll(() => fixture.close());

interface KeyPlan {
  readonly employees: readonly PersonKey[];
  readonly madeBy?: MemberId;
  readonly scopes?: readonly KeyAction[];
}

async function makeKey({ employees, madeBy = ownerId, scopes = ['export'] }: KeyPlan): Promise<ApiKeyId> {
  const keyId = newId<ApiKeyId>();
  await inTenant(fixture.deps.database, company.tenantId, (tx) =>
    insertApiKey(tx, {
      keyId,
      prefix: randomUUID()
        .replaceAll(/[^a-z]/g, '')
        .padEnd(12, 'x')
        .slice(0, 12),
      name: '报表',
      purpose: '每天的报表',
      secretHash: Buffer.alloc(32, 7),
      scopes,
      grants: [{ ...NO_TERMS, actions: ['export'], employees, note: null }],
      networks: [],
      madeBy,
      madeAt: fixture.clock.at,
      expiresAt: fixture.clock.at + DAY,
    }),
  );
  return keyId;
}

/** Asks with a key, and builds after `meanwhile`. */
async function build(apiKeyId: ApiKeyId, meanwhile: () => unknown = () => undefined, requestedBy = ownerId) {
  const exportId = await fixture.requestExport(company.tenantId, requestedBy, { apiKeyId });
  await meanwhile();
  await buildExport(fixture.deps, company.tenantId, exportId);
  return fixture.getExport(company.tenantId, exportId);
}

const messagesWith = async (...people: readonly PersonKey[]): Promise<readonly string[]> => {
  const rows = await fixture.read<{ id: string }>(
    company.tenantId,
    `SELECT m.message_id AS id FROM hw.messages m WHERE ${people
      .map(
        (_key, at) => `EXISTS (SELECT FROM hw.participants t WHERE t.tenant_id = m.tenant_id
          AND t.message_id = m.message_id AND t.person_key = $${at + 1})`,
      )
      .join(' AND ')}`,
    people,
  );
  return rows.map(({ id }) => id);
};

it('a package that a key asked for holds what the key opens, and nothing else of what its maker sees', async () => {
  const row = await build(await makeKey({ employees: [one] }));
  const { messages, verdict } = await readPackage(fixture, company.tenantId, row);
  const expected = await messagesWith(one);
  expect(verdict.holds).toBe(true);
  expect(messages.map(({ message_id: id }) => id).toSorted()).toEqual([...expected].toSorted());
  expect(expected.length).toBeGreaterThan(0);
});

it('a key opens no more than its maker may export, whatever its grants name', async () => {
  const makerId = await fixture.addMember(company.tenantId, 'viewer', { employees: [one] });
  const row = await build(await makeKey({ employees: [one, other], madeBy: makerId }), undefined, makerId);
  const { messages } = await readPackage(fixture, company.tenantId, row);
  expect(messages.map(({ message_id: id }) => id).toSorted()).toEqual([...(await messagesWith(one))].toSorted());
});

it('an export that waits while its key is revoked ends, and says why', async () => {
  const keyId = await makeKey({ employees: [one] });
  const row = await build(keyId, () =>
    inTenant(fixture.deps.database, company.tenantId, (tx) => revokeApiKey(tx, keyId, ownerId, fixture.clock.at)),
  );
  expect(row).toMatchObject({ state: 'failed', fault: 'api_key.ended', objectName: null });
});

it('an export that waits until its key ends by its time ends, and says why', async () => {
  const row = await build(await makeKey({ employees: [one] }), () => (fixture.clock.at += DAY));
  expect(row).toMatchObject({ state: 'failed', fault: 'api_key.ended', objectName: null });
});

it('a key that is revoked while its export is built leaves no package', async () => {
  const keyId = await makeKey({ employees: [one] });
  const exportId = await fixture.requestExport(company.tenantId, ownerId, { apiKeyId: keyId });
  const revoke = () =>
    inTenant(fixture.deps.database, company.tenantId, (tx) => revokeApiKey(tx, keyId, ownerId, fixture.clock.at));
  const kept = fixture.packages();
  let revoked: Promise<unknown> | undefined;
  const { objects } = fixture.deps;
  const store: ObjectStore = {
    async put(name, bytes) {
      revoked ??= revoke();
      await revoked;
      return objects.put(name, bytes);
    },
    get: (name, range) => objects.get(name, range),
    size: (name) => objects.size(name),
    delete: (name) => objects.delete(name),
    list: (prefix) => objects.list(prefix),
  };
  await buildExport({ ...fixture.deps, objects: store }, company.tenantId, exportId);
  expect(revoked).toBeDefined();
  expect(await fixture.getExport(company.tenantId, exportId)).toMatchObject({
    state: 'failed',
    fault: 'api_key.ended',
    objectName: null,
  });
  expect(fixture.packages().filter((name) => !kept.includes(name))).toEqual([]);
});

it('an export of a key without that scope, or whose maker left, ends for lack of rights', async () => {
  const without = await build(await makeKey({ employees: [one], scopes: ['view'] }));
  expect(without).toMatchObject({ state: 'failed', fault: 'permission.missing' });
  const leaver = await fixture.addMember(company.tenantId, 'admin');
  const gone = await build(
    await makeKey({ employees: [one], madeBy: leaver }),
    () => inTenant(fixture.deps.database, company.tenantId, (tx) => markMemberRemoved(tx, leaver)),
    leaver,
  );
  expect(gone).toMatchObject({ state: 'failed', fault: 'permission.missing' });
});
