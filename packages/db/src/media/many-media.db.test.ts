import type { ConnectionId, TenantId } from '@highwater/domain';
import {
  addConnection,
  addMessages,
  addTenant,
  createTestDatabase,
  ROW_TIME,
  type TestDatabase,
} from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openSuperuser } from '../catalogue/testing/open-superuser.ts';
import { inTenant } from '../transactions/in-tenant.ts';
import { claimNextMedia } from './claim-media.ts';

const WAITING = 20_000;

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  await inTenant(own.database, tenantId, async (tx) => {
    connectionId = await addConnection(tx);
    const [messageId] = await addMessages(tx, connectionId, [{}]);
    await tx.query(
      `INSERT INTO hw.media (tenant_id, media_id, message_id, connection_id, path, media_kind, expected_size, state, next_try_at, expires_at)
       SELECT $1, gen_random_uuid(), $2, $3, 'image' || n, 'image', n, 'wanted', $4::timestamptz, $4::timestamptz + (n % 100) * interval '1 hour'
       FROM generate_series(1, ${WAITING}) AS n`,
      [tenantId, messageId, connectionId, new Date(ROW_TIME)],
    );
  });
});
afterAll(() => own.drop());

interface PlanNode {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}
/** Rows that a plan looked at, those that it then left out included. */
function countRows(node: PlanNode): number {
  const own = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  return (node.Plans ?? []).reduce((most, plan) => Math.max(most, countRows(plan)), own);
}

/** How many rows a claim looks at, whatever it returns. */
async function countClaimed(): Promise<number> {
  let most = -1;
  await inTenant(own.database, tenantId, (tx) => {
    const explained = {
      ...tx,
      async query<Row extends object>(text: string, values?: readonly unknown[]) {
        const { rows } = await tx.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
          `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
          values,
        );
        const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
        if (plan !== undefined) most = countRows(plan);
        return { rows: [] as Row[], rowCount: 0 };
      },
    };
    const terms = { now: ROW_TIME, claimMs: 1000 };
    return claimNextMedia(explained, { connectionId, lane: 'small', atOnce: 50 }, terms);
  });
  return most;
}

test('the next of many waiting files is found without looking at the others, with and without statistics', async () => {
  for (let n = 0; n < 20; n += 1) {
    const looked = await countClaimed();
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThan(200);
  }
  const superuser = openSuperuser(inject('superuser'), own);
  await superuser.query('ANALYZE hw.media');
  await superuser.end();
  for (let n = 0; n < 20; n += 1) expect(await countClaimed()).toBeLessThan(200);
});
