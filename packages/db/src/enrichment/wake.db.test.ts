import type { ConnectionId, TenantId } from '@highwater/domain';
import { addConnection, addTenant, createTestDatabase, ROW_TIME, type TestDatabase } from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { claimEnrichment, stopEnrichment } from './enrichments.ts';
import { hurryEnrichment, wakeEnrichment } from './wake.ts';

const LATER = ROW_TIME + 3_600_000;

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  connectionId = await within((tx) => addConnection(tx));
  await within((tx) => wakeEnrichment(tx, connectionId, ['tags', 'departments'], LATER));
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const claim = () =>
  within((tx) => claimEnrichment(tx, connectionId, 'tags', { now: ROW_TIME, until: ROW_TIME + 60_000 }));

test('a change has its kind run before its time, and no other kind', async () => {
  expect(await claim()).toBeUndefined();
  await within((tx) => hurryEnrichment(tx, connectionId, 'departments', ROW_TIME));
  expect(await claim()).toBeUndefined();
  await within((tx) => hurryEnrichment(tx, connectionId, 'tags', ROW_TIME));
  expect(await claim()).toMatchObject({ kind: 'tags' });
});

test('a change does not lift what WeCom stopped, a person does', async () => {
  await within((tx) =>
    stopEnrichment(tx, connectionId, 'tags', {
      now: ROW_TIME,
      nextRunAt: LATER,
      fault: 'wecom.throttled',
      detail: {},
      counts: true,
    }),
  );
  await within((tx) => hurryEnrichment(tx, connectionId, 'tags', ROW_TIME));
  expect(await claim()).toBeUndefined();
  await within((tx) => wakeEnrichment(tx, connectionId, ['tags'], ROW_TIME));
  expect(await claim()).toMatchObject({ kind: 'tags', stops: 0 });
});
