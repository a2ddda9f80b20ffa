import {
  EVERY_MESSAGE,
  type AccessClause,
  type AccessCondition,
  type MessageId,
  type PersonKey,
} from '@highwater/domain';
import { conditionAllows } from '@highwater/permissions';
import { compileTokenCondition, filterToken } from '@highwater/search';
import {
  addConnection,
  addMessages,
  addTenant,
  createTestDatabase,
  newId,
  ROW_TIME,
  type TestDatabase,
} from '@highwater/testkit';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listMessages } from '../messages/list-messages.ts';
import { insertSearchTokens } from '../search-tokens/insert-search-tokens.ts';
import { createPostgresSearchIndex } from '../search-index/postgres-search-index.ts';
import { inTenant } from '../transactions/in-tenant.ts';

/** 200 messages of 0 to 4 of 8 people, the same on every run. */
const PEOPLE = Array.from({ length: 8 }, (_, index) => `person${index}` as PersonKey);
const MESSAGES = Array.from({ length: 200 }, (_, index) => ({
  messageId: newId<MessageId>(),
  sentAt: ROW_TIME + Math.floor(index / 2) * 1000,
  people: PEOPLE.filter((_person, place) => ((index * 2_654_435_761) >>> (place * 3)) % 8 < 2),
}));
const FACTS = { roomId: null, kind: 'text', direction: 'internal' } as const;
const EVERYTHING = EVERY_MESSAGE;

const hash = (token: string): number => createHash('sha256').update(token).digest().readInt32BE(0);

let own: TestDatabase;
let tenantId: Awaited<ReturnType<typeof addTenant>>;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  await inTenant(own.database, tenantId, async (tx) => {
    await addMessages(tx, await addConnection(tx), MESSAGES);
    await insertSearchTokens(
      tx,
      MESSAGES.map(({ people, ...row }) => ({
        ...row,
        tokens: people.map((person) => hash(filterToken.person(person))),
      })),
    );
  });
});
afterAll(() => own.drop());

const people = fc.subarray([...PEOPLE, 'nobody' as PersonKey], { minLength: 1 });
/** Ends fall on messages, between them and outside of all. */
const end = fc.integer({ min: -2, max: 202 }).map((half) => ROW_TIME + half * 500);
const period = fc.record({ from: end, until: end }, { requiredKeys: [] });
const clause: fc.Arbitrary<AccessClause> = fc.tuple(people, period).map(([list, ends]) => ({ people: list, ...ends }));
/** People who said nothing: an index asks for few of them otherwise than for many. */
const strangers = fc
  .tuple(fc.constantFrom(0, 150, 600), fc.record({ from: end, until: end }, { requiredKeys: [] }))
  .map(([count, ends]): AccessClause[] => {
    const list = Array.from({ length: count }, (_, at) => `stranger${at}` as PersonKey);
    return list.length === 0 ? [] : [{ people: list, ...ends }];
  });
const condition: fc.Arbitrary<AccessCondition> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<AccessCondition>({ kind: 'none' }) },
  { weight: 1, arbitrary: fc.constant<AccessCondition>({ kind: 'all' }) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.array(clause, { maxLength: 4 }), strangers)
      .map(([any, others]): AccessCondition => ({ kind: 'where', any: [...any, ...others] })),
  },
);

test('rows, tokens and memory give the same messages and the same number for any condition', async () => {
  const index = createPostgresSearchIndex(own.database, async (_tenant, query, access) =>
    compileTokenCondition(query, access, hash),
  );
  const sizes = new Set<number>();
  await fc.assert(
    fc.asyncProperty(condition, async (access) => {
      const expected = MESSAGES.filter((message) => conditionAllows(access, { ...message, ...FACTS })).map(
        ({ messageId }) => messageId,
      );
      const rows = await inTenant(own.database, tenantId, (tx) =>
        listMessages(tx, access, EVERYTHING, { from: null, towards: 'older', limit: 1000 }),
      );
      const found = await index.find(tenantId, EVERYTHING, access, { after: null, limit: 1000 });
      expect(new Set(rows.map(({ messageId }) => messageId))).toEqual(new Set(expected));
      expect(found.positions.map(({ messageId }) => messageId)).toEqual(rows.map(({ messageId }) => messageId));
      expect(await index.count(tenantId, EVERYTHING, access, { zone: 'UTC' })).toMatchObject({
        total: expected.length,
      });
      sizes.add(expected.length);
    }),
    { numRuns: 100 },
  );
  // Conditions that let through everything or nothing would agree by chance.
  expect(sizes.size).toBeGreaterThan(5);
});
