import type { Selection } from './export-types.ts';
import type {
  ConsentView,
  ContextView,
  ConversationView,
  Page,
  RoomView,
  SearchAnswer,
  SeenPersonView,
} from './types.ts';
import { answerOf, type VisitorApi } from './visitor-api.ts';

/** Hits of one page. */
const HITS = 30;
/** Messages before and after the one that was opened. */
const AROUND = 30;

interface ListFilter<Kind extends string> {
  readonly kind?: Kind;
  readonly cursor?: string;
}

export type ConversationFilter = ListFilter<ConversationView['kind']> & { readonly person?: string };
export type PeopleFilter = ListFilter<SeenPersonView['kind']> & { readonly q?: string; readonly limit?: number };

export function searchMessages(
  { client }: VisitorApi,
  { people, kinds, ...rest }: Selection,
  cursor: string | undefined,
): Promise<SearchAnswer> {
  const query = {
    ...rest,
    ...(people === undefined ? {} : { person: people }),
    ...(kinds === undefined ? {} : { kind: kinds }),
    ...(cursor === undefined ? {} : { cursor }),
    limit: HITS,
  };
  return answerOf(client.GET('/v1/messages/search', { params: { query } }));
}

/** What was said around a message; `cursor` goes on from an answer's end, older or newer. */
export function getContext(
  { client }: VisitorApi,
  messageId: string,
  cursor: string | undefined,
): Promise<ContextView> {
  const query = { before: AROUND, after: AROUND, ...(cursor === undefined ? {} : { cursor }) };
  const call = client.GET('/v1/messages/{messageId}/context', { params: { path: { messageId }, query } });
  return answerOf(call);
}

export function listConversations({ client }: VisitorApi, query: ConversationFilter): Promise<Page<ConversationView>> {
  return answerOf(client.GET('/v1/conversations', { params: { query } }));
}

export function listPeople({ client }: VisitorApi, query: PeopleFilter): Promise<Page<SeenPersonView>> {
  return answerOf(client.GET('/v1/people', { params: { query } }));
}

/** What an external contact decided about being archived. */
export function listConsents(
  { client }: VisitorApi,
  personKey: string,
  cursor: string | undefined,
): Promise<Page<ConsentView>> {
  const query = cursor === undefined ? {} : { cursor };
  return answerOf(client.GET('/v1/people/{personKey}/consents', { params: { path: { personKey }, query } }));
}

export function listRooms({ client }: VisitorApi, cursor: string | undefined): Promise<Page<RoomView>> {
  return answerOf(client.GET('/v1/rooms', { params: { query: cursor === undefined ? {} : { cursor } } }));
}
