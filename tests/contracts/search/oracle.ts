import type { AccessCondition, SearchDocument, SearchQuery } from '@highwater/domain';
import { normaliseText } from '@highwater/search';

/** Whether a message is asked for: plainly, one thing after the other. Knows nothing of answers. */
export function isAskedFor(document: SearchDocument, query: SearchQuery, access: AccessCondition): boolean {
  return holdsWords(document, query) && passes(document, query) && isSeen(document, access);
}

export function holdsWords(document: SearchDocument, query: Pick<SearchQuery, 'words' | 'without'>): boolean {
  const texts = document.texts.map(normaliseText);
  const holds = (word: string): boolean => texts.some((text) => text.includes(word));
  return query.words.every((clause) => clause.some(holds)) && !query.without.some(holds);
}

function passes(document: SearchDocument, query: SearchQuery): boolean {
  return (
    query.people.every((ids) => ids.some((id) => document.people.includes(id))) &&
    (query.roomId === null || document.roomId === query.roomId) &&
    (query.conversationId === null || document.conversationId === query.conversationId) &&
    (query.kinds.length === 0 || query.kinds.includes(document.kind)) &&
    (query.directions.length === 0 || query.directions.includes(document.direction)) &&
    (query.hasMedia === null || document.hasMedia === query.hasMedia) &&
    (query.isRecalled === null || document.isRecalled === query.isRecalled) &&
    (query.from === null || document.sentAt >= query.from) &&
    (query.until === null || document.sentAt < query.until)
  );
}

function isSeen(document: SearchDocument, access: AccessCondition): boolean {
  if (access.kind !== 'where') return access.kind === 'all';
  return access.any.some(
    ({ people, with: others, rooms, kinds, directions, from, until }) =>
      (people === undefined || people.some((person) => document.people.includes(person))) &&
      (others === undefined || others.some((person) => document.people.includes(person))) &&
      (rooms === undefined || rooms.some((room) => room === document.roomId)) &&
      (kinds === undefined || kinds.includes(document.kind)) &&
      (directions === undefined || directions.includes(document.direction)) &&
      document.sentAt >= (from ?? 0) &&
      document.sentAt < (until ?? Number.MAX_SAFE_INTEGER),
  );
}
