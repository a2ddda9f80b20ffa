import type {
  ConsentView,
  ConversationView,
  MessageView,
  Page,
  PersonRecordView,
  RoomView,
  SeenPersonView,
} from './types.ts';
import { answerOf, type VisitorApi } from './visitor-api.ts';

interface ListFilter<Kind extends string> {
  readonly kind?: Kind;
  readonly cursor?: string;
}

export type ConversationFilter = ListFilter<ConversationView['kind']> & { readonly person?: string };
export type PeopleFilter = ListFilter<SeenPersonView['kind']> & {
  readonly state?: SeenPersonView['state'];
  readonly q?: string;
  readonly key?: string[];
  readonly limit?: number;
};

export function getMessage({ client }: VisitorApi, messageId: string): Promise<MessageView> {
  return answerOf(client.GET('/v1/messages/{messageId}', { params: { path: { messageId } } }));
}

export async function getOriginal({ client }: VisitorApi, messageId: string): Promise<string> {
  const answer: Promise<{ original: string }> = answerOf(
    client.GET('/v1/messages/{messageId}/original', { params: { path: { messageId } } }),
  );
  return (await answer).original;
}

export function listConversations({ client }: VisitorApi, query: ConversationFilter): Promise<Page<ConversationView>> {
  return answerOf(client.GET('/v1/conversations', { params: { query } }));
}

export function listPeople({ client }: VisitorApi, query: PeopleFilter): Promise<Page<SeenPersonView>> {
  return answerOf(client.GET('/v1/people', { params: { query } }));
}

/** Everything known of one person, with how it was before. */
export function getPerson({ client }: VisitorApi, connectionId: string, personKey: string): Promise<PersonRecordView> {
  const path = { connectionId, personKey };
  return answerOf(client.GET('/v1/connections/{connectionId}/people/{personKey}', { params: { path } }));
}

/** Says that an id is another person than those with its unionid, or takes that back. */
export async function splitCustomer(
  { client }: VisitorApi,
  person: { readonly connectionId: string; readonly personKey: string },
  verb: 'separate' | 'join',
): Promise<void> {
  await client.POST(`/v1/connections/{connectionId}/people/{personKey}/${verb}`, { params: { path: { ...person } } });
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

export type RoomFilter = ListFilter<'customer' | 'internal' | 'external'> & {
  readonly q?: string;
  readonly state?: RoomView['state'];
};

export function listRooms({ client }: VisitorApi, query: RoomFilter): Promise<Page<RoomView>> {
  return answerOf(client.GET('/v1/rooms', { params: { query } }));
}
