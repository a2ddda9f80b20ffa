import type { SqlRunner } from '@highwater/domain';
import type { Database } from '../pools/create-database.ts';
import { runTransaction } from './run-transaction.ts';

/**
 * A transaction that can read the search index and nothing else. Not under row-level security: every query names its
 * tenant. `settings` are PostgreSQL's, for this transaction.
 */
export function asSearch<Result>(
  database: Pick<Database, 'search'>,
  work: (runner: SqlRunner) => Promise<Result>,
  settings: Readonly<Record<string, string>> = {},
): Promise<Result> {
  return runTransaction(database.search, settings, work);
}
