import { fileDayPage, fileLedgerView, filePage, fileRetryView } from '../schemas/file.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { downloadFileList, downloadFileListInput } from './download-file-list.ts';
import {
  getFileLedger,
  getFileLedgerInput,
  listFileDays,
  listFileDaysInput,
  listFiles,
  listFilesInput,
} from './read-files.ts';
import { retryFiles, retryFilesInput } from './retry-files.ts';

export const fileRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/files',
      operation: 'getFileLedger',
      summary: 'Files wanted, got and absent, with what the hashes said',
      audience: 'member',
      input: getFileLedgerInput,
      answer: fileLedgerView,
    },
    getFileLedger,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/files/days',
      operation: 'listFileDays',
      summary: 'Files by the UTC day of their messages',
      audience: 'member',
      input: listFileDaysInput,
      answer: fileDayPage,
    },
    listFileDays,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/files/list',
      operation: 'listFiles',
      summary: 'Files that are still to come, not to be had, other than announced, or without a searchable text',
      audience: 'member',
      input: listFilesInput,
      answer: filePage,
    },
    listFiles,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/files/list.csv',
      operation: 'downloadFileList',
      summary: 'The same as a table',
      audience: 'member',
      input: downloadFileListInput,
      answer: 'bytes',
    },
    downloadFileList,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/files/retry',
      operation: 'retryFiles',
      summary: 'Fetch files again that are absent or still to come',
      audience: 'member',
      input: retryFilesInput,
      status: 202,
      answer: fileRetryView,
    },
    retryFiles,
  ),
];
