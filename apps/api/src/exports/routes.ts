import { exportPage, exportView, linkView } from '../schemas/export.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { cancelExport } from './cancel-export.ts';
import { downloadExport } from './download-export.ts';
import { getExport, oneExportInput } from './get-export.ts';
import { listExports, listExportsInput } from './list-exports.ts';
import { downloadLink, getLink, linkInput } from './open-link.ts';
import { requestExport, requestExportInput } from './request-export.ts';

const member = { audience: 'member' } as const;
const expiry = ['export.expired', 'export.not_ready', 'export.beyond_rights', 'permission.missing'] as const;

export const exportRoutes = [
  defineRoute(
    {
      ...member,
      method: 'post',
      path: '/exports',
      operation: 'requestExport',
      summary: 'Ask for a package of a selection',
      input: requestExportInput,
      status: 201,
      answer: exportView,
      creates: true,
    },
    requestExport,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/exports',
      operation: 'listExports',
      summary: 'Exports, newest first',
      input: listExportsInput,
      answer: exportPage,
    },
    listExports,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/exports/{exportId}',
      operation: 'getExport',
      summary: 'One export and how far it is',
      input: oneExportInput,
      answer: exportView,
    },
    getExport,
  ),
  defineRoute(
    {
      ...member,
      method: 'post',
      path: '/exports/{exportId}/cancel',
      operation: 'cancelExport',
      summary: 'Stop a build',
      input: oneExportInput,
      answer: exportView,
      faults: ['request.conflict'],
    },
    cancelExport,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/exports/{exportId}/download',
      operation: 'downloadExport',
      summary: 'The package, whole or a range',
      input: oneExportInput,
      answer: 'bytes',
      faults: expiry,
    },
    downloadExport,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/exports/links/{token}',
      operation: 'getExportLink',
      summary: 'What a mailed link leads to, for its addressee',
      input: linkInput,
      answer: linkView,
      faults: ['link.expired', 'link.wrong_person'],
    },
    getLink,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/exports/links/{token}/download',
      operation: 'downloadExportLink',
      summary: 'The package behind a mailed link',
      input: linkInput,
      answer: 'bytes',
      faults: [...expiry, 'link.expired', 'link.wrong_person'],
    },
    downloadLink,
  ),
];
