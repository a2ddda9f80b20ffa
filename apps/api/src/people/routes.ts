import { consentPage, personPage } from '../schemas/message.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listConsents, listConsentsInput } from './list-consents.ts';
import { listPeople, listPeopleInput } from './list-people.ts';

export const peopleRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/people',
      operation: 'listPeople',
      summary: 'Employees, external contacts and robots of the archive',
      audience: 'member',
      input: listPeopleInput,
      answer: personPage,
    },
    listPeople,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/people/{personKey}/consents',
      operation: 'listConsents',
      summary: 'What an external contact decided about being archived',
      audience: 'member',
      input: listConsentsInput,
      answer: consentPage,
    },
    listConsents,
  ),
];
