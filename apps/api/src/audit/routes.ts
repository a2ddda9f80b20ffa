import { auditPage } from '../schemas/audit.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listAudit, listAuditInput } from './list-audit.ts';

export const auditRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/audit',
      operation: 'listAudit',
      summary: 'Who did what in this company',
      audience: 'member',
      input: listAuditInput,
      answer: auditPage,
    },
    listAudit,
  ),
];
