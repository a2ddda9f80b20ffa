import {
  auditActors,
  auditPage,
  auditVerdict,
  chainState,
  comparedCheckpoints,
  openedWords,
  statementPage,
  statementView,
} from '../schemas/audit.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { compareCheckpoints, compareCheckpointsInput } from './compare-checkpoints.ts';
import {
  downloadAuditCheckpoints,
  downloadAuditFile,
  downloadAuditInput,
  downloadAuditTable,
} from './download-audit.ts';
import { getChainState } from './get-chain-state.ts';
import { listAudit, listAuditActors, listAuditInput } from './list-audit.ts';
import { openSearchWords, openSearchWordsInput } from './open-words.ts';
import { downloadStatement, getStatement, getStatementInput, listMonths, listStatementsInput } from './statements.ts';
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
      path: '/audit/actors',
      operation: 'listAuditActors',
      summary: 'Everybody whom the log may name as its doer',
      audience: 'member',
      input: {},
      answer: auditActors,
    },
    listAuditActors,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/audit/state',
      operation: 'getChainState',
      summary: 'Up to when the log is chained, signed and compared',
      audience: 'member',
      input: {},
      answer: chainState,
    },
    getChainState,
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
  defineRoute(
    {
      method: 'post',
      path: '/audit/compare',
      operation: 'compareCheckpoints',
      summary: 'Whether the log is the one that checkpoints knew that were kept elsewhere',
      audience: 'member',
      input: compareCheckpointsInput,
      answer: comparedCheckpoints,
    },
    compareCheckpoints,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/audit/file.csv',
      operation: 'downloadAuditTable',
      summary: 'The log as a table',
      audience: 'member',
      input: downloadAuditInput,
      answer: 'bytes',
    },
    downloadAuditTable,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/audit/file.jsonl',
      operation: 'downloadAuditFile',
      summary: 'The log with its chain, to be proven elsewhere',
      audience: 'member',
      input: downloadAuditInput,
      answer: 'bytes',
    },
    downloadAuditFile,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/audit/checkpoints',
      operation: 'downloadAuditCheckpoints',
      summary: 'Every signed checkpoint of the log',
      audience: 'member',
      input: {},
      answer: 'bytes',
    },
    downloadAuditCheckpoints,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/audit/{auditId}/words',
      operation: 'openSearchWords',
      summary: 'The words that somebody searched for; opening them is a line of the log',
      audience: 'member',
      input: openSearchWordsInput,
      answer: openedWords,
    },
    openSearchWords,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/audit/statements',
      operation: 'listStatements',
      summary: 'Months that have a statement of who looked at whom',
      audience: 'member',
      input: listStatementsInput,
      answer: statementPage,
    },
    listMonths,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/audit/statements/{month}',
      operation: 'getStatement',
      summary: 'Who looked at whom in a month',
      audience: 'member',
      input: getStatementInput,
      answer: statementView,
    },
    getStatement,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/audit/statements/{month}/file.csv',
      operation: 'downloadStatement',
      summary: 'The same as a table',
      audience: 'member',
      input: getStatementInput,
      answer: 'bytes',
    },
    downloadStatement,
  ),
];
