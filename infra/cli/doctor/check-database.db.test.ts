import { createTestDatabase, type TestDatabase } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { askDatabase, checkDatabase } from './check-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(inject('superuser'));
});
afterAll(() => test.drop());

async function check(change: { port?: number; database?: string; password?: string } = {}) {
  const { host, port, database, password, ...rest } = { ...test.login('hw_platform'), ...change };
  return checkDatabase(() => askDatabase({ host, port, database, tls: rest.tls ?? false }, password));
}

it('is reachable and migrated', async () => {
  expect(await check()).toEqual({ name: 'database', standing: 'ok', found: 'reachable, all migrations ran' });
});

it('is told apart when it does not exist, was never migrated, or is not there', async () => {
  expect((await check({ database: 'no_such_database' })).found).toContain('does not exist');
  expect((await check({ database: 'postgres' })).standing).toBe('failed');
  expect((await check({ port: 1 })).found).toContain('could not be reached');
});
