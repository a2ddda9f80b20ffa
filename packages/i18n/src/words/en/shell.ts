import type { WordsLike } from '../../words.ts';
import type { shell as first } from '../zh-CN/shell.ts';

export const shell = {
  overview: 'Overview',
  search: 'Search',
  conversations: 'Conversations',
  exports: 'Exports',
  schedules: 'Schedules',
  members: 'Members',
  audit: 'Audit',
  settings: 'Settings',
  signOut: 'Sign out',
  skipToContent: 'Skip to content',
} as const satisfies WordsLike<typeof first>;
