import type { SearchHasher } from '@highwater/crypto';
import type { CanonicalMessage, ConversationId, PersonKey } from '@highwater/domain';
import { filterToken, textTokens } from '@highwater/search';
import { searchableText } from '@highwater/wecom';

/** The keyed hashes by which a message is found: of its words, its people, room, conversation and kind. */
export function deriveTokens(
  hash: SearchHasher,
  parsed: CanonicalMessage,
  people: readonly PersonKey[],
  conversationId: ConversationId,
): number[] {
  const tokens = textTokens(searchableText(parsed).map((part) => part.text));
  for (const person of people) tokens.add(filterToken.person(person));
  if (parsed.roomId !== null) tokens.add(filterToken.room(parsed.roomId));
  tokens.add(filterToken.conversation(conversationId));
  tokens.add(filterToken.kind(parsed.body.kind));
  const hashes = new Set<number>();
  for (const token of tokens) hashes.add(hash(token));
  return [...hashes];
}
