import type { WordsLike } from '../../words.ts';
import type { selection as first } from '../zh-CN/selection.ts';

export const selection = {
  everything: 'All messages',
  words: 'Holding the words searched for (the words themselves are not written here)',
  people: 'Taking part: {{list}}',
  room: 'Room: {{room}}',
  dialog: 'The messages of one dialog, by the list that was frozen',
  conversation: 'Conversation: {{id}}',
  kinds: 'Kinds: {{list}}',
  directions: 'Direction: {{list}}',
  direction: {
    internal: 'between employees',
    inbound: 'from outside',
    outbound: 'to outside',
    none: 'none',
  },
  withFiles: 'With files',
  withoutFiles: 'Without files',
  recalled: 'Taken back',
  notRecalled: 'Not taken back',
  unanswered: 'From outside, with no message of an employee within {{hours}} working hours after it',
  accessDated:
    'Of {{count}} employees only messages from while they were in a department granted (as of message time): {{list}}',
  departmentsThen:
    'Departments granted, with those below them, for messages of whoever was there as of message time: {{list}}',
  departmentsNow: 'Departments granted, with those below them, for all messages of whoever is there now: {{list}}',
  accessNarrowed: 'Only messages for which all of this holds: {{parts}}',
  employees: 'one of these employees takes part ({{count}}): {{list}}',
  customers: 'one of these customers takes part ({{count}}): {{list}}',
  rooms: 'written in one of these rooms ({{count}}): {{list}}',
  from: 'sent from {{at}} (UTC) on',
  until: 'sent before {{at}} (UTC)',
  moreAccess: 'and what {{count}} more parts of the grants give',
  andMore: '{{list}} and {{count}} more',
  access: 'Only messages in which these employees take part ({{count}}): {{list}}',
} as const satisfies WordsLike<typeof first>;
