import type { SearchFacts } from '@highwater/db';
import type { CanonicalMessage, ConversationId, Direction, PersonKey } from '@highwater/domain';
import { filterToken } from '@highwater/search';
import { listMedia } from '@highwater/wecom';

/** What the index knows of a message beside its words; `hashToken` is the tenant's. */
export function deriveFacts(
  hashToken: (token: string) => number,
  { body, roomId }: CanonicalMessage,
  people: readonly PersonKey[],
  conversationId: ConversationId,
  direction: Direction,
): SearchFacts {
  return {
    kind: body.kind,
    direction,
    hasMedia: listMedia(body).length > 0,
    conversation: hashToken(filterToken.conversation(conversationId)),
    room: roomId === null ? null : hashToken(filterToken.room(roomId)),
    people: people.map((person) => hashToken(filterToken.person(person))),
  };
}
