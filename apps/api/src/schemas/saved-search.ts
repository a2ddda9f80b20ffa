import { DIRECTIONS, type MessageKind, type SavedSearchId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { conversationId, pageOfItems, personKey, roomId, time } from './values.ts';

const kind = z
  .string()
  .max(40)
  .transform((value) => value as MessageKind)
  .openapi({ type: 'string' });
/** 253402300799999 ends the year 9999. */
const instant = z.int().min(0).max(253_402_300_799_999);

/** What a search asks for, as its address says it. */
export const savedQuery = z
  .strictObject({
    q: z.string().max(500).optional(),
    person: z.array(personKey).max(50).optional(),
    room: roomId.optional(),
    conversation: conversationId.optional(),
    kind: z.array(kind).max(50).optional(),
    direction: z.array(z.enum(DIRECTIONS)).max(4).optional(),
    media: z.boolean().optional(),
    recalled: z.boolean().optional(),
    unanswered: z.boolean().optional(),
    /** Days told from the day on which it is asked, in the company's zone; else `from` and `until`. */
    range: z.enum(['today', 'yesterday', '7d', '30d', '90d', 'month', 'last-month']).optional(),
    from: instant.optional(),
    until: instant.optional(),
  })
  .openapi('SavedQuery');

export const savedSearchId = z
  .uuid()
  .transform((value) => value as SavedSearchId)
  .openapi({ type: 'string', format: 'uuid' });

export const savedSearch = z
  .object({
    searchId: savedSearchId,
    name: z.string(),
    query: savedQuery,
    createdAt: time,
  })
  .openapi('SavedSearch');

export const savedSearchPage = pageOfItems(savedSearch);
