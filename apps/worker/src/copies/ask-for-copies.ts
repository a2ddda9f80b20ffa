import { requestCopies, type TenantTx } from '@highwater/db';
import { BULK_PRIORITY } from '@highwater/jobs';
import type { ChainDeps } from '../deps.ts';

/**
 * Has the copies of a content made, or the message of one more file of it found by its text. In the transaction that
 * stores the file; where a job for the content is at work already, the row says that it is to be looked at again.
 */
export async function askForCopies(
  deps: Pick<ChainDeps, 'enqueue' | 'clock'>,
  tx: TenantTx,
  sha256: string,
): Promise<void> {
  await requestCopies(tx, sha256, deps.clock.now());
  await deps.enqueue(tx, 'make-copies', { tenantId: tx.tenantId, sha256 }, { priority: BULK_PRIORITY });
}
