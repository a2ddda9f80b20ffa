import type { CanonicalMessage, ConversationId, PersonKey } from '@highwater/domain';
import { filterToken, type TextHasher } from '@highwater/search';
import { searchableText } from '@highwater/wecom';

/**
 * The keyed hashes by which a message is found: of its words and those of its files, its people, room, conversation and
 * kind. Ascending.
 */
export function deriveTokens(
  hashTexts: TextHasher,
  parsed: CanonicalMessage,
  people: readonly PersonKey[],
  conversationId: ConversationId,
  fileTexts: readonly string[] = [],
): number[] {
  const facts = people.map((person) => filterToken.person(person));
  if (parsed.roomId !== null) facts.push(filterToken.room(parsed.roomId));
  facts.push(filterToken.conversation(conversationId), filterToken.kind(parsed.body.kind));
  return hashTexts([...searchableText(parsed).map((part) => part.text), ...fileTexts], facts);
}
