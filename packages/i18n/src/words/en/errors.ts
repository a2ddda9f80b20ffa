import type { WordsLike } from '../../words.ts';
import type { errors as first } from '../zh-CN/errors.ts';

export const errors = {
  title: 'Something went wrong',
  requestId: 'Request ID {{id}}',
  notFound: 'No such page',
} as const satisfies WordsLike<typeof first>;
