import type { TenantId } from '@highwater/domain';
import type { Database } from '../pools/create-database.ts';
import type { TenantTx } from './in-tenant.ts';
import { runTransaction } from './run-transaction.ts';

/** `inTenant` for what is worth so many milliseconds per statement; null when one takes longer. */
export async function inTenantWithin<Result>(
  database: Pick<Database, 'app'>,
  tenantId: TenantId,
  mostMs: number,
  work: (tx: TenantTx) => Promise<Result>,
): Promise<Result | null> {
  const settings = { 'hw.tenant': tenantId, statement_timeout: String(mostMs) };
  try {
    return await runTransaction(database.app, settings, (runner) => work({ query: runner.query, tenantId }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '57014') return null;
    throw error;
  }
}
