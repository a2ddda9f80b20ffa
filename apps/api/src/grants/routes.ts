import { memberView } from '../schemas/member.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { setGrant, setGrantInput } from './set-grant.ts';

export const grantRoutes = [
  defineRoute(
    {
      method: 'put',
      path: '/grants/{memberId}',
      operation: 'setGrant',
      summary: 'Choose the employees and departments whose messages a viewer may see',
      audience: 'member',
      input: setGrantInput,
      answer: memberView,
    },
    setGrant,
  ),
];
