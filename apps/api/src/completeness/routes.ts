import { completenessView } from '../schemas/completeness.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { getCompleteness, getCompletenessInput } from './get-completeness.ts';

export const completenessRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/completeness',
      operation: 'getCompleteness',
      summary: 'What is stored of what WeCom returned, and what is missing',
      audience: 'member',
      input: getCompletenessInput,
      answer: completenessView,
    },
    getCompleteness,
  ),
];
