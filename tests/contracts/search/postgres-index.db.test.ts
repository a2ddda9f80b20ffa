import { createPostgresSearchIndex, insertSearchTokens, inTenant } from '@highwater/db';
import type { ConnectionId, TenantId } from '@highwater/domain';
import { createTextHasher, createTokenCompiler, filterToken } from '@highwater/search';
import { addConnection, addMessages, addTenant, createTestDatabase } from '@highwater/testkit';
import { inject } from 'vitest';
import { describeSearchIndex, type SearchWorld } from './describe-search-index.ts';

/** Any function of the token will do: FNV-1a, signed. */
function hash(token: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(token)) value = Math.imul(value ^ byte, 0x01000193);
  return value;
}

describeSearchIndex('PostgreSQL (real server)', async (): Promise<SearchWorld> => {
  const { database, drop } = await createTestDatabase(inject('superuser'));
  const [tenantId, strangerId] = [await addTenant(database), await addTenant(database)];
  const connections = new Map<TenantId, ConnectionId>();
  for (const tenant of [tenantId, strangerId]) {
    connections.set(tenant, await inTenant(database, tenant, (tx) => addConnection(tx)));
  }
  const hashTexts = createTextHasher(hash);
  return {
    index: createPostgresSearchIndex(
      database,
      createTokenCompiler(() => Promise.resolve(hash)),
    ),
    isExact: false,
    tenantId,
    strangerId,
    async add(documents) {
      const [first] = documents;
      const connectionId = connections.get(first?.tenantId ?? tenantId);
      if (connectionId === undefined) return;
      await inTenant(database, first?.tenantId ?? tenantId, async (tx) => {
        const messages = documents.map(({ messageId, sentAt, kind, roomId, conversationId, people, direction }, at) => {
          const place = { seq: String(at + 1), msgid: messageId };
          return { messageId, sentAt, kind, roomId, conversationId, people, direction, ...place };
        });
        // What takes a message back is a message too; it has no tokens here, so that nobody finds it.
        const recalls = documents.flatMap(({ messageId, isRecalled }, at) =>
          isRecalled ? [{ kind: 'revoke' as const, preMsgid: messageId, seq: String(documents.length + at + 1) }] : [],
        );
        await addMessages(tx, connectionId, [...messages, ...recalls]);
        await insertSearchTokens(
          tx,
          documents.map(({ messageId, sentAt, kind, direction, hasMedia, roomId, conversationId, people, texts }) => {
            const facts = people.map(filterToken.person);
            if (roomId !== null) facts.push(filterToken.room(roomId));
            facts.push(filterToken.conversation(conversationId), filterToken.kind(kind));
            return {
              messageId,
              sentAt,
              tokens: hashTexts(texts, facts),
              facts: {
                kind,
                direction,
                hasMedia,
                conversation: hash(filterToken.conversation(conversationId)),
                room: roomId === null ? null : hash(filterToken.room(roomId)),
                people: people.map((person) => hash(filterToken.person(person))),
              },
            };
          }),
        );
      });
    },
    close: drop,
  };
});
