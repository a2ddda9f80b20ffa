import { busyDays, timelineView } from '../schemas/dialog.ts';
import { consentPage, personPage, personRecord } from '../schemas/person.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { getPerson, getPersonInput } from './get-person.ts';
import { listConsents, listConsentsInput } from './list-consents.ts';
import { listPeople, listPeopleInput } from './list-people.ts';
import { listTimelineDays, listTimelineDaysInput, readTimeline, readTimelineInput } from './read-timeline.ts';
import { joinCustomer, separateCustomer, splitCustomerInput } from './split-customer.ts';

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
  defineRoute(
    {
      method: 'get',
      path: '/connections/{connectionId}/people/{personKey}',
      operation: 'getPerson',
      summary: 'Everything known of one person, with how it was before',
      audience: 'member',
      input: getPersonInput,
      answer: personRecord,
    },
    getPerson,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/connections/{connectionId}/people/{personKey}/separate',
      operation: 'separateCustomer',
      summary: 'Says that an id is another person than those with its unionid',
      audience: 'member',
      input: splitCustomerInput,
      answer: 'nothing',
    },
    separateCustomer,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/connections/{connectionId}/people/{personKey}/join',
      operation: 'joinCustomer',
      summary: 'Takes back that an id is another person',
      audience: 'member',
      input: splitCustomerInput,
      answer: 'nothing',
    },
    joinCustomer,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/people/{connectionId}/{personKey}/timeline',
      operation: 'readTimeline',
      summary: 'What one customer said and heard in all conversations, in one order of time',
      audience: 'member',
      input: readTimelineInput,
      answer: timelineView,
    },
    readTimeline,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/people/{connectionId}/{personKey}/timeline/days',
      operation: 'listTimelineDays',
      summary: 'Days on which a customer said or heard something',
      audience: 'member',
      input: listTimelineDaysInput,
      answer: busyDays,
    },
    listTimelineDays,
  ),
];
