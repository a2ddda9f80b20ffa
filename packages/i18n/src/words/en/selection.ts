import type { WordsLike } from '../../words.ts';
import type { selection as first } from '../zh-CN/selection.ts';

export const selection = {
  everything: 'All messages',
  words: 'Holding the words searched for (the words themselves are not written here)',
  people: 'Taking part: {{list}}',
  room: 'Room: {{room}}',
  conversation: 'Conversation: {{id}}',
  kinds: 'Kinds: {{list}}',
  access: 'Only messages in which these employees take part ({{count}}): {{list}}',
} as const satisfies WordsLike<typeof first>;
