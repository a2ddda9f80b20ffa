import { z } from '@hono/zod-openapi';
import { canonicalMessage } from './canonical-message.ts';
import { conversationView } from './conversation.ts';
import { mediaView } from './media.ts';
import { personView } from './person.ts';
import { bigNumber, connectionId, conversationId, messageId, roomId, time, orNull } from './values.ts';

export const direction = z.enum(['internal', 'inbound', 'outbound', 'none']).openapi('Direction');

export const messageView = z
  .object({
    messageId,
    seq: bigNumber,
    msgid: z.string(),
    connectionId,
    conversationId,
    kind: z.string(),
    sentAt: time,
    /** False when WeCom gave no usable time and `sentAt` is the archive's. */
    sentAtKnown: z.boolean(),
    archivedAt: time,
    direction,
    sender: orNull(personView),
    roomId: orNull(roomId),
    recalledAt: time.nullable(),
    message: canonicalMessage,
    media: z.array(mediaView).readonly(),
    people: z.array(personView).readonly(),
  })
  .openapi('Message');

export const highlight = z
  .object({
    field: z.string(),
    text: z.string(),
    /** Of UTF-16 code units in `text`, end exclusive. */
    ranges: z.array(z.object({ start: z.int(), end: z.int() })).readonly(),
  })
  .openapi('Highlight');

export const searchHit = messageView.extend({ highlights: z.array(highlight).readonly() }).openapi('SearchHit');

export const searchPage = z
  .object({
    items: z.array(searchHit).readonly(),
    nextCursor: z.string().nullable(),
    coverage: z.object({
      archived: z.int(),
      indexed: z.int(),
      employeesSeen: z.int(),
      employeesTotal: z.int(),
    }),
  })
  .openapi('SearchPage');

export const contextView = z
  .object({
    anchorId: messageId,
    conversation: conversationView,
    /** Oldest first. */
    items: z.array(messageView).readonly(),
    olderCursor: z.string().nullable(),
    newerCursor: z.string().nullable(),
    /** Messages in the same stretch that the reader may not see. */
    hidden: z.int(),
  })
  .openapi('MessageContext');

export { conversationPage, conversationView } from './conversation.ts';
export { mediaView } from './media.ts';
export { personPage, personView } from './person.ts';
export { roomPage } from './room.ts';
