import type { ConnectionId, TenantId } from '@highwater/domain';
import { addConnection, addTenant, createTestDatabase, ROW_TIME, type TestDatabase } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { asPlatform } from '../transactions/as-platform.ts';
import { inTenant } from '../transactions/in-tenant.ts';
import { finishPull, listDueConnections } from './pull-state.ts';

const INTERVAL = 300_000;
let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  connectionId = await inTenant(own.database, tenantId, (tx) => addConnection(tx));
});
afterAll(() => own.drop());

const dueAt = async (now: number): Promise<readonly ConnectionId[]> =>
  (await asPlatform(own.database, 'sweep', (tx) => listDueConnections(tx, now, 10))).map((due) => due.connectionId);

test('a connection is due after its interval, and at once when the clock has gone back', async () => {
  const end = { now: ROW_TIME, answered: true, nextPullAt: ROW_TIME + INTERVAL };
  await inTenant(own.database, tenantId, (tx) => finishPull(tx, connectionId, end));
  expect(await dueAt(ROW_TIME + INTERVAL - 1)).toEqual([]);
  expect(await dueAt(ROW_TIME + INTERVAL)).toEqual([connectionId]);
  expect(await dueAt(ROW_TIME - 40 * 86_400_000)).toEqual([connectionId]);
});
