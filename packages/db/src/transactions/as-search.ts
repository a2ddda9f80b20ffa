import type { SqlRunner } from '@highwater/domain';
import type { Database } from '../pools/create-database.ts';
import { runTransaction } from './run-transaction.ts';

/** A transaction that can read search tokens and nothing else. Not under row-level security: every query names its tenant. */
export function asSearch<Result>(
  database: Pick<Database, 'search'>,
  work: (runner: SqlRunner) => Promise<Result>,
): Promise<Result> {
  return runTransaction(database.search, async () => undefined, work);
}
