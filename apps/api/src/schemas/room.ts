import { z } from '@hono/zod-openapi';
import { conversationId, pageOfItems, roomId, time } from './values.ts';

export const roomView = z
  .object({
    roomId,
    name: z.string().nullable(),
    conversationId,
    isExternal: z.boolean(),
    firstAt: time,
    lastAt: time,
  })
  .openapi('Room');

export const roomPage = pageOfItems(roomView);
