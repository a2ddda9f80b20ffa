import { findingPage } from '../schemas/finding.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listFindings, listFindingsInput } from './list-findings.ts';

export const findingRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/findings',
      operation: 'listFindings',
      summary: 'What is wrong and what to do',
      audience: 'member',
      input: listFindingsInput,
      answer: findingPage,
    },
    listFindings,
  ),
];
