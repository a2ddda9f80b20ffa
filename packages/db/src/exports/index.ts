export { filtersOf } from './export-row.ts';
export type { ExportRow, ExportStage, ExportState, StoredSelection } from './export-row.ts';
export { findExport, listExports, listExportsOfRun } from './read-exports.ts';
export {
  completeExport,
  endExport,
  failExport,
  holdExport,
  insertExport,
  noteExportProgress,
  startExport,
} from './write-exports.ts';
export {
  clearSelection,
  countSelection,
  freezeSelection,
  listSelectedConversations,
  listSelectedMessages,
  listSelectedPeople,
  type SelectedConversation,
  type SelectionCount,
} from './export-selection.ts';
export { listLedgerStatements, type LedgerStatementRow } from './list-ledger-statements.ts';
export { countExport, type ExportCounts } from './count-export.ts';
export { listExpiredExports, listUnfinishedExports } from './list-exports-to-sweep.ts';
