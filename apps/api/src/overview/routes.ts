import { overviewView } from '../schemas/overview.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { getOverview, getOverviewInput } from './get-overview.ts';

export const overviewRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/overview',
      operation: 'getOverview',
      summary: 'Whether the archive is whole and healthy',
      audience: 'member',
      input: getOverviewInput,
      answer: overviewView,
    },
    getOverview,
  ),
];
