export type { CopyDetail, CopyRow, NewCopies, NewCopy } from './copy-row.ts';
export {
  finishCopies,
  listDueCopies,
  lockMessagesToIndex,
  markTextIndexed,
  postponeCopies,
  requestCopies,
  saveCopies,
  startCopies,
  type ContentToCopy,
  type MessageToIndex,
} from './copy-work.ts';
export {
  findFileText,
  findMediaCopy,
  listCopies,
  listTextFiles,
  listUncopied,
  type MediaCopy,
  type TextFile,
} from './read-copies.ts';
export { countUnreadableFiles } from './count-unreadable.ts';
