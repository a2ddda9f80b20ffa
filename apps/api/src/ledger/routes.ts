import { ledgerCheckView, ledgerDayDetail, ledgerDaysPage } from '../schemas/ledger.ts';
import { defineRoute } from '../verbs/define-route.ts';
import {
  downloadCheckpoints,
  downloadLedger,
  downloadLedgerKeys,
  ledgerKeysInput,
  oneLedgerInput,
} from './download-ledger.ts';
import { getLedgerDay, getLedgerDayInput, listLedgerDays, listLedgerDaysInput } from './list-ledger-days.ts';
import { verifyLedger } from './verify-ledger.ts';

const member = { audience: 'member' } as const;

export const ledgerRoutes = [
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/ledger/keys',
      operation: 'downloadLedgerKeys',
      summary: 'Public keys of the ledger’s signatures, PEM',
      input: ledgerKeysInput,
      answer: 'bytes',
    },
    downloadLedgerKeys,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/ledger/{connectionId}/file',
      operation: 'downloadLedger',
      summary: 'The ledger as a file that is verified without the service',
      input: oneLedgerInput,
      answer: 'bytes',
    },
    downloadLedger,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/ledger/{connectionId}/checkpoints',
      operation: 'downloadCheckpoints',
      summary: 'Signed checkpoints of the ledger, to be kept elsewhere',
      input: oneLedgerInput,
      answer: 'bytes',
    },
    downloadCheckpoints,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/ledger/{connectionId}/days',
      operation: 'listLedgerDays',
      summary: 'The ledger day by day, newest first',
      input: listLedgerDaysInput,
      answer: ledgerDaysPage,
    },
    listLedgerDays,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/ledger/{connectionId}/days/{day}',
      operation: 'getLedgerDay',
      summary: 'One day of the ledger and its pages',
      input: getLedgerDayInput,
      answer: ledgerDayDetail,
    },
    getLedgerDay,
  ),
  defineRoute(
    {
      ...member,
      method: 'post',
      path: '/ledger/{connectionId}/verify',
      operation: 'verifyLedger',
      summary: 'Compare every stored page with the ledger',
      input: oneLedgerInput,
      answer: ledgerCheckView,
    },
    verifyLedger,
  ),
];
