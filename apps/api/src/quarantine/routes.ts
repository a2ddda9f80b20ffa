import { quarantinedPage, quarantineView, repairView } from '../schemas/quarantine.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { getQuarantine, getQuarantineInput } from './get-quarantine.ts';
import { listQuarantined, listQuarantinedInput } from './list-quarantined.ts';
import { reopenInput, reopenQuarantine, reparseInput, reparseMessages } from './start-repair.ts';

export const quarantineRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/quarantine',
      operation: 'getQuarantine',
      summary: 'What is stored and not readable, by cause, and the work on it',
      audience: 'member',
      input: getQuarantineInput,
      answer: quarantineView,
    },
    getQuarantine,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/quarantine/envelopes',
      operation: 'listQuarantined',
      summary: 'Envelopes that are not opened, newest first',
      audience: 'member',
      input: listQuarantinedInput,
      answer: quarantinedPage,
    },
    listQuarantined,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/quarantine/reopen',
      operation: 'reopenQuarantine',
      summary: 'Open sealed or damaged envelopes once more',
      audience: 'member',
      input: reopenInput,
      status: 202,
      answer: repairView,
    },
    reopenQuarantine,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/quarantine/reparse',
      operation: 'reparseMessages',
      summary: 'Parse kept messages again',
      audience: 'member',
      input: reparseInput,
      status: 202,
      answer: repairView,
    },
    reparseMessages,
  ),
];
