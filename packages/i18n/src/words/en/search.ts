import type { WordsLike } from '../../words.ts';
import type { search as first } from '../zh-CN/search.ts';

export const search = {
  title: 'Search',
  words: 'Words to find',
  find: 'Search',
  howItMatches:
    'Exact text, from a single character. Words separated by spaces must all occur; width, case and script variants do not matter.',
  person: 'Person',
  room: 'Room',
  kind: 'Kind',
  time: 'Time',
  from: 'From',
  until: 'Until (inclusive)',
  zone: 'Days of {{zone}}',
  today: 'Today',
  yesterday: 'Yesterday',
  lastDays: 'Last {{count}} days',
  apply: 'Apply',
  narrow: 'Type to narrow',
  clearFilter: 'Clear {{name}}',
  coverage: 'Searched {{searched}} of {{total}} messages',
  roleSees: 'your role sees {{seen}} of {{total}} employees',
  roleSeesAll: 'your role sees all {{total}} employees',
  results: 'Results',
  inFile: 'Text in the file:',
  exportThese: 'Export these',
  oneConversation: 'One conversation',
  nothing: 'No message matches',
  nothingCure: 'Take out a filter, or try a shorter word.',
  emptyArchive: 'Messages will be listed here',
  emptyArchiveCure: 'There are no messages yet within what you may read.',
} as const satisfies WordsLike<typeof first>;
