import type { WordsLike } from '../../words.ts';
import type { reader as first } from '../zh-CN/reader.ts';

export const reader = {
  title: 'Conversation',
  silence: '{{duration}} later',
  openInContext: 'Open in context',
} as const satisfies WordsLike<typeof first>;
