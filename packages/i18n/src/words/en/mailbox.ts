import type { WordsLike } from '../../words.ts';
import type { mailbox as first } from '../zh-CN/mailbox.ts';

export const mailbox = {
  title: 'Development mailbox',
  empty: 'No mail yet',
} as const satisfies WordsLike<typeof first>;
