import { addTenant, createTestDatabase, type TestDatabase } from '@highwater/testkit';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { listTenantTables } from './testing/act-as.ts';
import { STRANGER } from './testing/company-cases.ts';
import { listRowViolations, type Neighbours } from './testing/list-row-violations.ts';
import { chooseMutants, seedOfDay } from './testing/mutants/choose-mutants.ts';
import { listMutants } from './testing/mutants/list-mutants.ts';
import { COVERING_TESTS, type Mutant } from './testing/mutants/mutant.ts';
import { CHECKS, tryMutants } from './testing/mutants/try-mutants.ts';
import { inRolledBack, openSuperuser, runnerOf } from './testing/open-superuser.ts';
import { seedTenant } from './testing/seed-tenant.ts';

const EVERYTHING = { table: null, role: null };
const SEED = seedOfDay(Date.now());

let own: TestDatabase;
let superuser: pg.Pool;
let neighbours: Neighbours;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  superuser = openSuperuser(inject('superuser'), own);
  const { tenantId } = await seedTenant(own.database);
  neighbours = { tenantId, stranger: await addTenant(own.database, { name: STRANGER }) };
});
afterAll(async () => {
  await superuser.end();
  await own.drop();
});

async function inTransaction<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await superuser.connect();
  try {
    await client.query('BEGIN');
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

describe('the covering tests', () => {
  for (const name of ['roles', 'tables', 'rights'] as const) {
    test(COVERING_TESTS[name], async () => {
      expect(await inTransaction((client) => CHECKS[name](client, neighbours, EVERYTHING))).toEqual([]);
    });
  }

  test(COVERING_TESTS.rows, async () => {
    const found = await inTransaction(async (client) => {
      const violations: string[] = [];
      for (const table of await listTenantTables(client)) {
        violations.push(...(await listRowViolations(client, table, neighbours)));
      }
      return violations;
    });
    expect(found).toEqual([]);
  });
});

describe('the mutants', () => {
  test('are as many as the catalogue counts, of every kind, each with its own name', async () => {
    const { mutants, counted, problems } = await listMutants(runnerOf(superuser));
    expect(problems).toEqual([]);
    expect(mutants).toHaveLength(counted);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(counted);
  });

  test(`of today are caught: fifteen, drawn with seed ${SEED}`, async () => {
    const { mutants } = await listMutants(runnerOf(superuser));
    const chosen = chooseMutants(mutants, SEED, 15);
    expect(await tryMutants(superuser, chosen, neighbours)).toEqual({ tried: 15, caught: 15, survivors: [] });
  });

  test('that a covering test does not notice survive by name', async () => {
    const { mutants } = await listMutants(runnerOf(superuser));
    const dropped = mutants.filter(({ name }) => name === 'policy dropped: own_tenant of people');
    const blind = { ...CHECKS, rows: async () => [] };
    expect(await tryMutants(superuser, dropped, neighbours, blind)).toEqual({
      tried: 1,
      caught: 0,
      survivors: ['policy dropped: own_tenant of people (not noticed by rows)'],
    });
  });

  test('leave nothing behind', async () => {
    const before = await listMutants(runnerOf(superuser));
    const byKind = [...Map.groupBy(before.mutants, ({ kind }) => kind).values()].flatMap((list) => list.slice(0, 1));
    await tryMutants(superuser, byKind, neighbours);
    expect(await inRolledBack(superuser, listMutants)).toEqual(before);
  });

  test('turn with the day, and stay the same within it', () => {
    const list = Array.from({ length: 40 }, (_, at): Mutant => ({
      name: `${at}`,
      kind: `${at % 4}`,
      sql: '',
      coveredBy: [],
      table: null,
      role: null,
    }));
    const first = chooseMutants(list, 20_261_122, 15);
    expect(chooseMutants(list, 20_261_122, 15)).toEqual(first);
    expect(chooseMutants(list, 20_261_123, 15)).not.toEqual(first);
    expect(new Set(first.map(({ kind }) => kind)).size).toBe(4);
    expect(seedOfDay(Date.UTC(2026, 10, 22, 23, 59))).toBe(20_261_122);
  });
});
