import type { WordsLike } from '../../words.ts';
import type { errors as first } from '../zh-CN/errors.ts';

export const errors = {
  title: 'Something went wrong',
  requestId: 'Request ID {{id}}',
  notFound: 'No such page',
  toOverview: 'Back to the overview',
  askAdmin: 'If you need it, an owner or admin of your company can change this on the Members page.',
  missingRight:
    'This page needs the right “{{right}}”. An owner or admin of your company can give it to you on the Members page.',
  fieldWrong: 'This is not filled in correctly. Correct it and send again.',
} as const satisfies WordsLike<typeof first>;
