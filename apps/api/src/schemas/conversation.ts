import { z } from '@hono/zod-openapi';
import { personView } from './person.ts';
import { conversationId, messageId, pageOfItems, roomId, time, orNull } from './values.ts';

export const conversationKind = z.enum(['room', 'pair', 'group', 'self']).openapi('ConversationKind');

export const conversationView = z
  .object({
    conversationId,
    kind: conversationKind,
    roomId: orNull(roomId),
    /** Of a room: what it was called at the message that is shown. */
    name: z.string().nullable(),
    /** As of the last look. */
    currentName: z.string().nullable(),
    people: z.array(personView).readonly(),
    isExternal: z.boolean(),
    firstAt: time,
    lastAt: time,
    /** The newest message that the reader may see. */
    lastMessage: z.object({ messageId, kind: z.string(), preview: z.string() }).nullable(),
  })
  .openapi('Conversation');

export const conversationPage = pageOfItems(conversationView);
