import type { LedgerPublicKey, LedgerSigner } from '@highwater/crypto';
import type { ChainDeps } from '../deps.ts';

/** What signs and checks ledgers. */
export interface LedgerDeps extends Pick<ChainDeps, 'database' | 'clock' | 'log' | 'enqueueMany'> {
  readonly ledger: {
    readonly signer: LedgerSigner;
    /** Keys whose signatures are believed: the present one and every earlier one. */
    readonly keys: readonly LedgerPublicKey[];
  };
}
