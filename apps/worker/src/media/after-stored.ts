import type { TenantTx } from '@highwater/db';
import { askForCopies } from '../copies/ask-for-copies.ts';
import type { ChainDeps } from '../deps.ts';

/** What follows from a stored file, in the transaction that stores it: its content gets its copies. */
export async function afterStored(deps: ChainDeps, tx: TenantTx, sha256: string): Promise<void> {
  await askForCopies(deps, tx, sha256);
}
