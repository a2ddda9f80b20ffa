import type { ConnectionId, TenantId } from '@highwater/domain';
import {
  addConnection,
  addMessages,
  addTenant,
  createTestDatabase,
  ROW_TIME,
  type TestDatabase,
} from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { insertSearchTokens } from '../search-tokens/insert-search-tokens.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { countSearchable } from './count-searchable.ts';

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  connectionId = await within((tx) => addConnection(tx));
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const counts = () => within(countSearchable);

/** Messages, the first `indexed` of them with tokens. */
async function add(tx: TenantTx, messages: number, indexed: number): Promise<void> {
  const ids = await addMessages(
    tx,
    connectionId,
    Array.from({ length: messages }, () => ({})),
  );
  const rows = ids.slice(0, indexed).map((messageId) => ({ messageId, sentAt: ROW_TIME, tokens: [1] }));
  await insertSearchTokens(tx, rows);
  await insertSearchTokens(tx, rows);
}

test('counts messages and those that the index holds, of the tenant alone', async () => {
  expect(await counts()).toEqual({ archived: 0, indexed: 0 });
  await within((tx) => add(tx, 5, 3));
  await within((tx) => add(tx, 2, 2));
  expect(await counts()).toEqual({ archived: 7, indexed: 5 });
  const other = await addTenant(own.database);
  expect(await inTenant(own.database, other, countSearchable)).toEqual({ archived: 0, indexed: 0 });
});

test('stays exact while several write at once and one of them fails', async () => {
  const waiting = Promise.withResolvers<void>();
  const slow = within(async (tx) => {
    await add(tx, 3, 3);
    await waiting.promise;
    await add(tx, 1, 0);
  });
  const failing = within(async (tx) => {
    await add(tx, 50, 50);
    throw new Error('given up');
  });
  await expect(failing).rejects.toThrow('given up');
  // Nobody waits for the one that is still at it.
  for (let number = 0; number < 3; number += 1) await within((tx) => add(tx, 2, 1));
  waiting.resolve();
  await slow;
  expect(await counts()).toEqual({ archived: 10, indexed: 6 });
});

test('forgets tokens that are taken away', async () => {
  await within((tx) => add(tx, 4, 4));
  await within(async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      'SELECT message_id AS id FROM hw.search_tokens WHERE tenant_id = $1',
      [tenantId],
    );
    await tx.query('DELETE FROM hw.search_tokens WHERE tenant_id = $1 AND message_id = $2', [tenantId, rows[0]?.id]);
  });
  expect(await counts()).toEqual({ archived: 4, indexed: 3 });
});
