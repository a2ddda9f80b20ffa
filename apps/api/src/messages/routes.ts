import { contextView, messageView, originalView, searchPage } from '../schemas/message.ts';
import { searchFacets } from '../schemas/search-facets.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { countMatches, countMatchesInput } from './count-matches.ts';
import { getMessage, getMessageInput } from './get-message.ts';
import { getOriginal } from './get-original.ts';
import { readContext, readContextInput } from './read-context.ts';
import { searchMessages, searchMessagesInput } from './search-messages.ts';

export const messageRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/messages/search',
      operation: 'searchMessages',
      summary: 'Messages that hold all of the words and filters, newest first',
      audience: 'member',
      input: searchMessagesInput,
      answer: searchPage,
    },
    searchMessages,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/messages/facets',
      operation: 'countMatches',
      summary: 'How many messages hold the words and filters, by day, kind, direction, person and room',
      audience: 'member',
      input: countMatchesInput,
      answer: searchFacets,
    },
    countMatches,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/messages/{messageId}',
      operation: 'getMessage',
      summary: 'One message',
      audience: 'member',
      input: getMessageInput,
      answer: messageView,
    },
    getMessage,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/messages/{messageId}/original',
      operation: 'getOriginal',
      summary: 'A message as WeCom sent it',
      audience: 'member',
      input: getMessageInput,
      answer: originalView,
    },
    getOriginal,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/messages/{messageId}/context',
      operation: 'readContext',
      summary: 'What was said around a message',
      audience: 'member',
      input: readContextInput,
      answer: contextView,
    },
    readContext,
  ),
];
