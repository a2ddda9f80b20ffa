import type { SqlRunner } from '@highwater/domain';
import type { TestDatabase } from '@highwater/testkit';
import type pg from 'pg';
import { createPool } from '../../pools/create-pool.ts';
import type { LoginSettings } from '../../pools/database-settings.ts';

/** The superuser in a test's own database: sees everything, and can be anybody for a transaction. */
export function openSuperuser(superuser: LoginSettings, test: TestDatabase): pg.Pool {
  return createPool({ ...superuser, database: test.name }, { max: 2 });
}

export function runnerOf(client: pg.Pool | pg.PoolClient): SqlRunner {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      const result = await client.query<Row & pg.QueryResultRow>(text, [...values]);
      return { rows: result.rows, rowCount: result.rowCount ?? 0 };
    },
  };
}

/** What `work` finds in a transaction that is taken back: a planted violation is never seen by anybody else. */
export async function inRolledBack<Result>(
  pool: pg.Pool,
  work: (runner: SqlRunner) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    return await work(runnerOf(client));
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
