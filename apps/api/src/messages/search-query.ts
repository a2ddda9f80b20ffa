import {
  EVERY_MESSAGE,
  type ConversationId,
  type MessageKind,
  type PersonKey,
  type RoomId,
  type SearchQuery,
  type UnixMs,
} from '@highwater/domain';
import { splitWords } from '@highwater/search';
import { z } from '@hono/zod-openapi';
import { queryList, queryTime } from '../schemas/query-values.ts';
import { conversationId, personKey, roomId } from '../schemas/values.ts';

/** Characters that a question may have; longer ones are texts, not words. */
const LONGEST_QUESTION = 500;

const kind = z
  .string()
  .max(40)
  .transform((value) => value as MessageKind)
  .openapi({ type: 'string' });

/** What can be searched for, as it stands in an address. */
export const searchFields = {
  q: z.string().max(LONGEST_QUESTION).optional(),
  person: queryList(personKey),
  room: roomId.optional(),
  conversation: conversationId.optional(),
  kind: queryList(kind),
  from: queryTime.optional(),
  until: queryTime.optional(),
};

/** What can be exported: the same, as a body. */
export const selectionFields = {
  q: z.string().max(LONGEST_QUESTION).optional(),
  people: z.array(personKey).max(50).optional(),
  room: roomId.optional(),
  conversation: conversationId.optional(),
  kinds: z.array(kind).max(50).optional(),
  from: z.int().min(0).optional(),
  until: z.int().min(0).optional(),
};

/** The words typed are split at white space; each must stand in the message. */
export function makeQuery(asked: {
  q?: string | undefined;
  people?: readonly PersonKey[] | undefined;
  room?: RoomId | undefined;
  conversation?: ConversationId | undefined;
  kinds?: readonly MessageKind[] | undefined;
  from?: UnixMs | undefined;
  until?: UnixMs | undefined;
}): SearchQuery {
  return {
    ...EVERY_MESSAGE,
    words: splitWords(asked.q ?? '').map((word) => [word]),
    people: (asked.people ?? []).map((person) => [person]),
    roomId: asked.room ?? null,
    conversationId: asked.conversation ?? null,
    kinds: asked.kinds ?? [],
    from: asked.from ?? null,
    until: asked.until ?? null,
  };
}
