import { callApi, type ApiCaller } from './call-api.ts';
import type { Selection } from './export-types.ts';
import { pageQuery } from './page-query.ts';
import type {
  ContextView,
  ConversationView,
  MessageView,
  Page,
  RoomView,
  SearchAnswer,
  SeenPersonView,
} from './types.ts';

export function searchMessages(caller: ApiCaller, selection: Selection, cursor: string | null): Promise<SearchAnswer> {
  const { kinds, ...rest } = selection;
  return callApi(caller, '/v1/messages/search', { query: pageQuery({ ...rest, kind: kinds, cursor, limit: 30 }) });
}

export function getMessage(caller: ApiCaller, messageId: string): Promise<MessageView> {
  return callApi(caller, `/v1/messages/${encodeURIComponent(messageId)}`);
}

/** What was said around a message; `cursor` goes on from an answer's end, older or newer. */
export function getContext(caller: ApiCaller, messageId: string, cursor: string | null): Promise<ContextView> {
  const query = pageQuery({ before: 30, after: 30, cursor });
  return callApi(caller, `/v1/messages/${encodeURIComponent(messageId)}/context`, { query });
}

export function listConversations(
  caller: ApiCaller,
  filter: { person: string | null; kind: string | null; cursor: string | null },
): Promise<Page<ConversationView>> {
  return callApi(caller, '/v1/conversations', { query: pageQuery(filter) });
}

export function listPeople(
  caller: ApiCaller,
  filter: { kind?: string | null; q?: string | null; cursor?: string | null; limit?: number },
): Promise<Page<SeenPersonView>> {
  return callApi(caller, '/v1/people', { query: pageQuery(filter) });
}

export function listRooms(caller: ApiCaller, cursor: string | null): Promise<Page<RoomView>> {
  return callApi(caller, '/v1/rooms', { query: pageQuery({ cursor }) });
}
