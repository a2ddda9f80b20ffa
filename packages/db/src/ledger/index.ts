export {
  countNotOpened,
  countPagesContent,
  findLastPageBefore,
  findLedgerEnd,
  listLedgerPages,
  sumLedgerPages,
  type LedgerEnd,
  type PagesContent,
  type PagesSum,
} from './ledger-pages.ts';
export {
  findLedgerDay,
  insertLedgerDay,
  listLedgerDays,
  listLedgerDaysAfter,
  listUnsignedLedgers,
  type LedgerDay,
  type LedgerPlace,
} from './ledger-days.ts';
export {
  insertLedgerCheckpoint,
  listLedgerCheckpoints,
  listLedgersToCheckpoint,
  listNewestCheckpoints,
  type LedgerCheckpoint,
} from './ledger-checkpoints.ts';
export {
  askForLedgerCheck,
  findLedgerCheck,
  listLedgerChecks,
  listLedgersToCheck,
  moveLedgerCheck,
  startLedgerCheck,
  type LedgerCheck,
} from './ledger-checks.ts';
export { listSilences, type SilenceRow } from './list-silences.ts';
export { headOf, streamCheckpoints, streamLedger } from './stream-ledger.ts';
