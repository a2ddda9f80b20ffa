export { FREEZE_REASONS, type DialogRow, type FreezeReason } from './dialog-row.ts';
export { findExportedDialog } from './find-exported-dialog.ts';
export { insertDialog, removeDialog } from './freeze-dialog.ts';
export { findDialog, listDialogs, listDialogsWithin } from './list-dialogs.ts';
export { countArchivedLater, countSeenFrozen, listFrozenMessages, listHiddenOfFrozen } from './list-frozen-messages.ts';
