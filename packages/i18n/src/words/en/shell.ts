import type { WordsLike } from '../../words.ts';
import type { shell as first } from '../zh-CN/shell.ts';

export const shell = {
  overview: 'Overview',
  search: 'Search',
  conversations: 'Conversations',
  conversationsShort: 'Chats',
  people: 'People',
  rooms: 'Rooms',
  exports: 'Exports',
  schedules: 'Daily exports',
  completeness: 'Completeness',
  audit: 'Audit',
  connection: 'Connection',
  members: 'Members',
  settings: 'Settings',
  signOut: 'Sign out',
  skipToContent: 'Skip to content',
  places: 'Places',
  narrow: 'Collapse',
  widen: 'Expand',
  newCompany: 'New company',
  operator: 'Operator console',
} as const satisfies WordsLike<typeof first>;
