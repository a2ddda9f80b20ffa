import { createSearchHasher } from '@highwater/crypto';
import { createPostgresSearchIndex, insertSearchTokens, inTenant, type Database } from '@highwater/db';
import type { SearchDocument, SearchIndex, TenantId } from '@highwater/domain';
import { createTextHasher, createTokenCompiler, filterToken } from '@highwater/search';

/** An index and how it comes to hold messages. */
export interface EngineUnderTest {
  readonly index: Pick<SearchIndex, 'engine' | 'find'>;
  add(documents: readonly SearchDocument[]): Promise<void>;
}

/** The index of the database, filled as the worker fills it. `key` is the tenant's, for hashing. */
export function createPostgresEngine(database: Database, tenantId: TenantId, key: Uint8Array): EngineUnderTest {
  const hash = createSearchHasher(key);
  const hashTexts = createTextHasher(hash);
  return {
    index: createPostgresSearchIndex(
      database,
      createTokenCompiler(async () => hash),
    ),
    add: (documents) =>
      inTenant(database, tenantId, (tx) =>
        insertSearchTokens(
          tx,
          documents.map(({ messageId, sentAt, kind, direction, hasMedia, roomId, conversationId, people, texts }) => ({
            messageId,
            sentAt,
            tokens: hashTexts(texts, [
              ...people.map((person) => filterToken.person(person)),
              filterToken.conversation(conversationId),
              filterToken.kind(kind),
            ]),
            facts: {
              kind,
              direction,
              hasMedia,
              conversation: hash(filterToken.conversation(conversationId)),
              room: roomId === null ? null : hash(filterToken.room(roomId)),
              people: people.map((person) => hash(filterToken.person(person))),
            },
          })),
        ),
      ),
  };
}
