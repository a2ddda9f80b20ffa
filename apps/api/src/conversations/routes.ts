import { busyDays, messagePlace } from '../schemas/dialog.ts';
import { conversationPage, conversationView } from '../schemas/message.ts';
import { defineRoute } from '../verbs/define-route.ts';
import {
  findAtInput,
  findMessageAt,
  getConversation,
  getConversationInput,
  listConversationDays,
  listDaysInput,
} from './get-conversation.ts';
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
  defineRoute(
    {
      method: 'get',
      path: '/conversations/{conversationId}',
      operation: 'getConversation',
      summary: 'One conversation',
      audience: 'member',
      input: getConversationInput,
      answer: conversationView,
    },
    getConversation,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/conversations/{conversationId}/days',
      operation: 'listConversationDays',
      summary: 'Days on which something was said',
      audience: 'member',
      input: listDaysInput,
      answer: busyDays,
    },
    listConversationDays,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/conversations/{conversationId}/at',
      operation: 'findMessageAt',
      summary: 'The first message at or after a time, else the last before it',
      audience: 'member',
      input: findAtInput,
      answer: messagePlace,
    },
    findMessageAt,
  ),
];
