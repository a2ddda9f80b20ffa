import type { ApiKeyId, MemberId, TenantId } from '@highwater/domain';
import { addMember, addTenant, createTestDatabase, newId, ROW_TIME, type TestDatabase } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import * as db from '../index.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

let own: TestDatabase;
let tenantId: TenantId;
let ownerId: MemberId;
let makerId: MemberId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  [ownerId, makerId] = await inside(async (tx) => [
    await addMember(tx),
    await addMember(tx, { role: 'admin', email: 'maker@example.com' }),
  ]);
});
afterAll(() => own.drop());

function inside<Result>(work: (tx: db.TenantTx) => Promise<Result>): Promise<Result> {
  return db.inTenant(own.database, tenantId, work);
}

let made = 0;
async function makeKey(key: Partial<Parameters<typeof db.insertApiKey>[1]> = {}): Promise<ApiKeyId> {
  const keyId = newId<ApiKeyId>();
  made += 1;
  await inside((tx) =>
    db.insertApiKey(tx, {
      keyId,
      prefix: `${'abcdefghij'[made % 10]}`.repeat(11) + 'klmnopqrst'[Math.floor(made / 10)],
      name: '报表',
      purpose: '每天的报表',
      secretHash: Buffer.alloc(32, 7),
      scopes: ['view'],
      grants: [],
      networks: [],
      madeBy: ownerId,
      madeAt: ROW_TIME,
      expiresAt: ROW_TIME + 10 * DAY,
      ...key,
    }),
  );
  return keyId;
}

const open = (keyId: ApiKeyId, address: string | null, now = ROW_TIME) =>
  inside((tx) => db.findApiKeyToOpen(tx, keyId, { address, now }));

test('a key opens until it ends, and is found by its prefix before its company is known', async () => {
  const keyId = await makeKey();
  const { prefix = '' } = (await inside((tx) => db.findApiKey(tx, keyId))) ?? {};
  expect(await db.asPlatform(own.database, 'key look-up', (tx) => db.findApiKeyByPrefix(tx, prefix))).toEqual({
    tenantId,
    keyId,
  });
  expect(await open(keyId, null, ROW_TIME + 10 * DAY - 1)).toMatchObject({ keyId, letsIn: true });
  expect(await open(keyId, null, ROW_TIME + 10 * DAY)).toBeUndefined();
});

test('a key opens nothing from the moment it is revoked, and its row stays', async () => {
  const keyId = await makeKey();
  expect(await inside((tx) => db.revokeApiKey(tx, keyId, ownerId, ROW_TIME))).toBe(true);
  expect(await open(keyId, null)).toBeUndefined();
  expect(await inside((tx) => db.revokeApiKey(tx, keyId, ownerId, ROW_TIME + 1))).toBe(false);
  expect(await inside((tx) => db.findApiKey(tx, keyId))).toMatchObject({ revokedAt: ROW_TIME });
});

test('a key does not outlive its maker', async () => {
  const keyId = await makeKey({ madeBy: makerId });
  expect(await open(keyId, null)).toBeDefined();
  await inside((tx) => db.markMemberRemoved(tx, makerId));
  expect(await open(keyId, null)).toBeUndefined();
  expect(await inside((tx) => db.findApiKey(tx, keyId))).toMatchObject({ makerLeft: true });
});

test('no key lasts longer than a year', async () => {
  await expect(makeKey({ expiresAt: ROW_TIME + 367 * DAY })).rejects.toThrow('api_keys_');
  expect(await makeKey({ expiresAt: ROW_TIME + 366 * DAY })).toEqual(expect.any(String));
});

test('the end of a key comes nearer, never later', async () => {
  const keyId = await makeKey();
  const change = (expiresAt: number) =>
    inside((tx) => db.updateApiKey(tx, keyId, { name: '新', networks: ['10.0.0.0/8'], expiresAt }));
  expect(await change(ROW_TIME + 11 * DAY)).toBe(false);
  expect(await change(ROW_TIME + 5 * DAY)).toBe(true);
  expect(await open(keyId, '10.1.2.3')).toMatchObject({ name: '新', networks: ['10.0.0.0/8'], letsIn: true });
});

test('after a rotation both secrets are there, after the next the first is not', async () => {
  const keyId = await makeKey();
  const rotate = (fill: number) =>
    inside((tx) =>
      db.rotateApiKey(tx, keyId, { secretHash: Buffer.alloc(32, fill), formerUntil: ROW_TIME + DAY, now: ROW_TIME }),
    );
  expect(await rotate(8)).toBe(true);
  expect(await open(keyId, null)).toMatchObject({
    secretHash: Buffer.alloc(32, 8),
    formerHash: Buffer.alloc(32, 7),
    formerUntil: ROW_TIME + DAY,
  });
  expect(await rotate(9)).toBe(true);
  expect(await open(keyId, null)).toMatchObject({ formerHash: Buffer.alloc(32, 8) });
});

test('a use is noted once a minute, with where it came from', async () => {
  const keyId = await makeKey();
  const use = (address: string, now: number) => inside((tx) => db.noteApiKeyUse(tx, keyId, address, now));
  await use('192.0.2.1', ROW_TIME);
  await use('192.0.2.2', ROW_TIME + MINUTE - 1);
  expect(await open(keyId, null)).toMatchObject({ lastUsedAt: ROW_TIME, lastAddress: '192.0.2.1' });
  await use('192.0.2.2', ROW_TIME + MINUTE);
  expect(await open(keyId, null)).toMatchObject({ lastUsedAt: ROW_TIME + MINUTE, lastAddress: '192.0.2.2' });
});

test('a rule that is on lets in from its networks alone, of both kinds of address; one that is off from anywhere', async () => {
  const isInside = (address: string | null) => inside((tx) => db.isInsideRule(tx, address));
  expect(await isInside('198.51.100.1')).toBe(true);
  const networks = [
    { network: '192.0.2.0/24', label: '上海' },
    { network: '2001:db8:1::/48', label: '' },
  ];
  const set = (enabled: boolean) =>
    inside((tx) => db.setAddressRule(tx, { enabled, networks }, { memberId: ownerId, now: ROW_TIME }));
  await set(true);
  const asked = ['192.0.2.255', '192.0.3.0', '2001:db8:1::7', '2001:db8:2::7', null];
  expect(await Promise.all(asked.map(isInside))).toEqual([true, false, true, false, false]);
  expect(await inside(db.findAddressRule)).toMatchObject({ enabled: true, networks });
  // A key without networks of its own works where people do; one with networks there alone.
  const [anywhere, elsewhere] = [await makeKey(), await makeKey({ networks: ['198.51.100.0/24'] })];
  expect((await open(anywhere, '192.0.2.9'))?.letsIn).toBe(true);
  expect((await open(anywhere, '198.51.100.9'))?.letsIn).toBe(false);
  expect((await open(anywhere, null))?.letsIn).toBe(false);
  expect((await open(elsewhere, '192.0.2.9'))?.letsIn).toBe(false);
  expect((await open(elsewhere, '198.51.100.9'))?.letsIn).toBe(true);
  await set(false);
  expect(await isInside(null)).toBe(true);
  expect((await open(anywhere, '198.51.100.9'))?.letsIn).toBe(true);
  expect((await open(elsewhere, null))?.letsIn).not.toBe(true);
});
