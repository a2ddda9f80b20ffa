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
  ungrantedTitle: 'Nothing is granted to you yet',
  ungranted:
    'Your role may do this, but only with conversations that a grant opens, and you have none, or it has ended. An owner or admin of your company can give one on the Members page.',
  nameWrong: 'Write a name of at most {{count}} characters, not only spaces.',
  emailWrong: 'Write a whole e-mail address, such as name@example.com.',
  timeWrong: 'Use 24-hour time, such as 08:30.',
  zoneWrong: 'Choose a zone from the list.',
  corpIdWrong:
    'Write the corp ID: it begins with ww, has 18 characters, and stands at the foot of 我的企业 › 企业信息.',
  secretWrong: 'Write the secret of the message archive: 43 characters, pasted whole.',
  rangeWrong: 'The last day must come after the first.',
  wordsWrong: 'The words have at most {{count}} characters.',
} as const satisfies WordsLike<typeof first>;
