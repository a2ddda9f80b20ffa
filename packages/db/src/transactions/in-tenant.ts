import type { SqlRunner, TenantId } from '@highwater/domain';
import type { Database } from '../pools/create-database.ts';
import { runTransaction, type TransactionOptions } from './run-transaction.ts';

/** A transaction that sees one tenant's rows only. */
export interface TenantTx extends SqlRunner {
  readonly tenantId: TenantId;
}

/** Everything done for a tenant is done in here: row-level security holds for `tenantId` until the transaction ends. */
export function inTenant<Result>(
  database: Pick<Database, 'app'>,
  tenantId: TenantId,
  work: (tx: TenantTx) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  const settings = { 'hw.tenant': tenantId };
  return runTransaction(database.app, settings, (runner) => work({ query: runner.query, tenantId }), options);
}
