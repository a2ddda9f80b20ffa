import type { WordsLike } from '../../words.ts';
import type { audit as first } from '../zh-CN/audit.ts';

export const audit = {
  title: 'Audit',
  who: 'Who',
  what: 'What',
  when: 'When',
} as const satisfies WordsLike<typeof first>;
