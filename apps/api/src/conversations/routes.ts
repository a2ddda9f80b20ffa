import { conversationPage } from '../schemas/message.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listConversations, listConversationsInput } from './list-conversations.ts';

export const conversationRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/conversations',
      operation: 'listConversations',
      summary: 'Conversations, latest first',
      audience: 'member',
      input: listConversationsInput,
      answer: conversationPage,
    },
    listConversations,
  ),
];
