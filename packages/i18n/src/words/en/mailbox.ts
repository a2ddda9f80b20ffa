import type { WordsLike } from '../../words.ts';
import type { mailbox as first } from '../zh-CN/mailbox.ts';

export const mailbox = {
  title: 'Development mailbox',
  lead: 'In development no mail leaves; all of it is here.',
  empty: 'No mail yet',
  at: 'Time',
  to: 'To',
  subject: 'Subject',
  back: 'All mail',
} as const satisfies WordsLike<typeof first>;
