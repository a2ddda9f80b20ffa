export type { FileFilter, FileList, FilePlace } from './file-filter.ts';
export { countFiles, listWaitingFiles, type FileDay, type FileGroup, type WaitingFiles } from './count-files.ts';
export { listFileDays } from './list-file-days.ts';
export { listFiles, type FileRow } from './list-files.ts';
export { retryFiles } from './retry-files.ts';
