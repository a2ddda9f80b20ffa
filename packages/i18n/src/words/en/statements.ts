import type { WordsLike } from '../../words.ts';
import type { statements as first } from '../zh-CN/statements.ts';

export const statements = {
  title: 'Monthly statements: who looked at whom',
  lead: 'On the 1st, by the company’s clocks, the month before is counted: how many conversations, records of people and files each member opened, what was searched and exported, and who was looked at most.',
  none: 'No statement yet',
  noneHint: 'The first one is made on the 1st of the month after the company began.',
  month: 'Statement for {{month}}',
  months: 'Month',
  made: 'Made at {{time}}',
  period: '{{from}} to {{until}} ({{zone}})',
  back: 'All months',
  conversations: 'Conversations',
  people: 'People',
  files: 'Files',
  searches: 'Searches',
  exports: 'Exports',
  downloads: 'Downloads',
  denials: 'Denials',
  top: 'Most looked at',
  nothing: 'opened nothing',
  times: '{{name}} {{count}}×',
  unknown: 'unknown',
  table: 'Download as a table (CSV)',
  print: 'Print',
  total: 'Total',
  log: 'See in the log',
} as const satisfies WordsLike<typeof first>;
