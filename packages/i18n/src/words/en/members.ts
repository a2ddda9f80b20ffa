import type { WordsLike } from '../../words.ts';
import type { members as first } from '../zh-CN/members.ts';

export const members = {
  title: 'Members',
  invite: 'Invite',
  owner: 'Owner',
  admin: 'Admin',
  viewer: 'Viewer',
} as const satisfies WordsLike<typeof first>;
