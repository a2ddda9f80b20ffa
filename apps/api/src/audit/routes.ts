import { auditPage, auditVerdict } from '../schemas/audit.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listAudit, listAuditInput } from './list-audit.ts';
import { verifyAudit, verifyAuditInput } from './verify-audit.ts';

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
  defineRoute(
    {
      method: 'get',
      path: '/audit/verify',
      operation: 'verifyAudit',
      summary: 'Whether the log is as it was written, by its chain and signed checkpoints',
      audience: 'member',
      input: verifyAuditInput,
      answer: auditVerdict,
    },
    verifyAudit,
  ),
];
