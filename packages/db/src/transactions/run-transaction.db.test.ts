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

test('statements stay planned on a connection where that is asked for, and only there', async () => {
  const one = createPool(inject('superuser'), { max: 1 });
  const planned = (options: { prepares?: boolean }) =>
    runTransaction(
      one,
      {},
      async (runner) => {
        await runner.query('SELECT $1::int AS once', [1]);
        const { rows } = await runner.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
        return rows.filter(({ statement }) => statement.includes('AS once')).length;
      },
      options,
    );
  expect([await planned({}), await planned({ prepares: true }), await planned({ prepares: true })]).toEqual([0, 1, 1]);
  await one.end();
});

test('a connection keeps a bounded number of them, and runs the others all the same', async () => {
  const one = createPool(inject('superuser'), { max: 1 });
  const kept = await runTransaction(
    one,
    {},
    async (runner) => {
      for (let n = 0; n < 400; n += 1) {
        const { rows } = await runner.query<{ n: number }>(`SELECT $1::int + ${n} AS n`, [1]);
        expect(rows).toEqual([{ n: n + 1 }]);
      }
      return (await runner.query('SELECT FROM pg_prepared_statements')).rowCount;
    },
    { prepares: true },
  );
  expect(kept).toBe(300);
  await one.end();
});
