import { findUnansweredRule, listSameIds, type MessageSelection, type TenantTx } from '@highwater/db';
import {
  DIRECTIONS,
  EVERY_MESSAGE,
  type ConversationId,
  type Direction,
  type MessageKind,
  type PersonKey,
  type RoomId,
  type SearchQuery,
  type UnixMs,
} from '@highwater/domain';
import { parseWords } from '@highwater/search';
import { z } from '@hono/zod-openapi';
import { queryBoolean, queryList, queryTime } from '../schemas/query-values.ts';
import { conversationId, personKey, roomId } from '../schemas/values.ts';

/** Characters that a question may have; longer ones are texts, not words. */
const LONGEST_QUESTION = 500;

const kind = z
  .string()
  .max(40)
  .transform((value) => value as MessageKind)
  .openapi({ type: 'string' });
const direction = z.enum(DIRECTIONS);

/** What can be searched for, as it stands in an address. */
export const searchFields = {
  q: z.string().max(LONGEST_QUESTION).optional(),
  person: queryList(personKey),
  room: roomId.optional(),
  conversation: conversationId.optional(),
  kind: queryList(kind),
  direction: queryList(direction),
  media: queryBoolean.optional(),
  recalled: queryBoolean.optional(),
  unanswered: queryBoolean.optional(),
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
  directions: z.array(direction).max(DIRECTIONS.length).optional(),
  media: z.boolean().optional(),
  recalled: z.boolean().optional(),
  unanswered: z.boolean().optional(),
  from: z.int().min(0).optional(),
  until: z.int().min(0).optional(),
};

/** What was asked; `q` in the language of `parseWords`. Each person by the id given alone. */
export function makeQuery(asked: {
  q?: string | undefined;
  people?: readonly PersonKey[] | undefined;
  room?: RoomId | undefined;
  conversation?: ConversationId | undefined;
  kinds?: readonly MessageKind[] | undefined;
  directions?: readonly Direction[] | undefined;
  media?: boolean | undefined;
  recalled?: boolean | undefined;
  unanswered?: boolean | undefined;
  from?: UnixMs | undefined;
  until?: UnixMs | undefined;
}): SearchQuery {
  return {
    ...EVERY_MESSAGE,
    ...parseWords(asked.q ?? ''),
    people: (asked.people ?? []).map((person) => [person]),
    roomId: asked.room ?? null,
    conversationId: asked.conversation ?? null,
    kinds: asked.kinds ?? [],
    directions: asked.directions ?? [],
    hasMedia: asked.media ?? null,
    isRecalled: asked.recalled ?? null,
    isUnanswered: asked.unanswered ?? false,
    from: asked.from ?? null,
    until: asked.until ?? null,
  };
}

/** A query with the other ids of its people, and its filters as the archive's rows are asked for them at `now`. */
export interface PreparedQuery {
  readonly query: SearchQuery;
  readonly selection: MessageSelection;
}

export async function prepareQuery(tx: TenantTx, asked: SearchQuery, now: UnixMs): Promise<PreparedQuery> {
  const people = asked.people.length === 0 ? [] : await listSameIds(tx, asked.people.flat());
  const query = { ...asked, people };
  const { words: _words, without: _without, ...filters } = query;
  return {
    query,
    selection: query.isUnanswered ? { ...filters, unanswered: await findUnansweredRule(tx, now) } : filters,
  };
}
