import type { WordsLike } from '../../words.ts';
import type { search as first } from '../zh-CN/search.ts';

export const search = {
  title: 'Search',
  words: 'Words to find',
  coverage: 'Searched {{searched}} of {{total}} messages',
  nothing: 'No message matches',
} as const satisfies WordsLike<typeof first>;
