import { coverageView, incompletePage, scopePage } from '../schemas/coverage.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { getCoverage, getCoverageInput } from './get-coverage.ts';
import { listIncomplete, listIncompleteInput, listScope, listScopeInput } from './list-incomplete.ts';
import { retryCoverage, retryCoverageInput } from './retry-coverage.ts';

export const coverageRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/coverage',
      operation: 'getCoverage',
      summary: 'How many people and rooms are complete, which are not and why, and who is in scope',
      audience: 'member',
      input: getCoverageInput,
      answer: coverageView,
    },
    getCoverage,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/coverage/{kind}',
      operation: 'listIncomplete',
      summary: 'People or rooms that are not complete',
      audience: 'member',
      input: listIncompleteInput,
      answer: incompletePage,
    },
    listIncomplete,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/scope',
      operation: 'listScope',
      summary: "Employees by how they stand to the archive's scope",
      audience: 'member',
      input: listScopeInput,
      answer: scopePage,
    },
    listScope,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/coverage/retry',
      operation: 'retryCoverage',
      summary: 'Look again at a person or room, at all of one cause, or at a whole kind',
      audience: 'member',
      input: retryCoverageInput,
      status: 202,
      answer: 'nothing',
    },
    retryCoverage,
  ),
];
