import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type pg from 'pg';
import { createPool } from '../pools/create-pool.ts';
import { runTransaction } from './run-transaction.ts';

let pool: pg.Pool;
beforeAll(() => {
  pool = createPool(inject('superuser'), { max: 2 });
});
afterAll(() => pool.end());

const failWith = (sqlstate: string): Promise<unknown> =>
  runTransaction(pool, {}, (runner) =>
    runner.query(`DO $$ BEGIN RAISE EXCEPTION 'made' USING ERRCODE = '${sqlstate}'; END $$`),
  );

test('no room on the disk and a server that goes down are named; what else goes wrong stays what it is', async () => {
  await expect(failWith('53100')).rejects.toMatchObject({ fault: 'database.full' });
  await expect(failWith('57P01')).rejects.toMatchObject({ fault: 'database.unavailable' });
  await expect(failWith('23505')).rejects.toMatchObject({ code: '23505' });
});

test('the next transaction is none the worse for it', async () => {
  await expect(failWith('53100')).rejects.toThrow();
  const { rows } = await runTransaction(pool, {}, (runner) => runner.query<{ one: number }>('SELECT 1 AS one'));
  expect(rows).toEqual([{ one: 1 }]);
});
