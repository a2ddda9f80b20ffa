import type { AccessClause, ConnectionId, ConversationId, Direction, PersonKey, TenantId } from '@highwater/domain';
import { conditionAllows } from '@highwater/permissions';
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
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { listConversations, type ConversationRow } from './list-conversations.ts';
import { listSeenConversations } from './list-seen-conversations.ts';
import { saveConversations } from './save-conversations.ts';

const HOUR = 3_600_000;
const PEOPLE = Array.from({ length: 7 }, (_, index) => `person${index}` as PersonKey);
const CONVERSATIONS = Array.from({ length: 12 }, (_, index) => ({
  conversationId: newId<ConversationId>(),
  kind: index % 2 === 0 ? ('room' as const) : ('group' as const),
}));
/** A number below `below` for a place, the same on every run. */
const pick = (place: number, salt: number, below: number): number =>
  ((place * 2_654_435_761 + salt * 40_503) >>> 7) % below;

/** 300 messages over a month, many days without any, of 1 to 4 of the people; some at the same instant. */
const MESSAGES = Array.from({ length: 300 }, (_, place) => {
  const at = pick(place, 1, CONVERSATIONS.length);
  const { conversationId, kind } = CONVERSATIONS[at] ?? { conversationId: newId<ConversationId>(), kind: 'group' };
  const people = PEOPLE.filter((_person, index) => pick(place, index + 2, 4) === 0);
  return {
    conversationId,
    roomId: null,
    kind,
    direction: (['internal', 'inbound', 'outbound', 'internal'] as const)[pick(place, 20, 4)] as Direction,
    sentAt: ROW_TIME + pick(place, 30, 12) * 61 * HOUR + pick(place, 31, 5) * HOUR,
    people: people.length === 0 ? PEOPLE.slice(0, 1) : people,
  };
});

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  connectionId = await within((tx) => addConnection(tx));
  await within(async (tx) => {
    const whole = [...Map.groupBy(MESSAGES, ({ conversationId }) => conversationId)].map(([conversationId, said]) => ({
      conversationId,
      kind: said[0]?.kind ?? 'group',
      roomId: null,
      ...summary(said),
    }));
    await saveConversations(tx, connectionId, whole);
    await addMessages(
      tx,
      connectionId,
      MESSAGES.map(({ kind: _kind, ...message }) => message),
    );
    // Days that nobody was there on any more: messages became others since.
    await tx.query(
      `INSERT INTO hw.attendance (tenant_id, conversation_id, person_key, day)
       SELECT $1, conversation_id, 'person1', date '2027-03-01' FROM hw.conversations WHERE tenant_id = $1 ON CONFLICT DO NOTHING`,
      [tenantId],
    );
  });
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);

function summary(said: readonly (typeof MESSAGES)[number][]) {
  const times = said.map(({ sentAt }) => sentAt);
  return {
    people: [...new Set(said.flatMap(({ people }) => people))].toSorted(),
    isExternal: said.some(({ direction }) => direction !== 'internal'),
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
  };
}

interface Asked {
  readonly any: readonly AccessClause[];
  readonly kind: 'room' | 'group' | null;
  readonly person: readonly PersonKey[] | null;
  readonly limit: number;
}

/** What must come out: made of the messages that the condition lets through, in memory. */
function expected({ any, kind, person }: Asked) {
  const visible = MESSAGES.filter((message) => conditionAllows({ kind: 'where', any }, { ...message, kind: 'text' }));
  return [...Map.groupBy(visible, ({ conversationId }) => conversationId)]
    .map(([conversationId, said]) => ({ conversationId, kind: said[0]?.kind, ...summary(said) }))
    .filter((row) => kind === null || row.kind === kind)
    .filter((row) => person === null || person.some((one) => row.people.includes(one)))
    .toSorted((one, other) => other.lastAt - one.lastAt || (one.conversationId < other.conversationId ? 1 : -1));
}

const end = fc.integer({ min: -1, max: 32 * 24 }).map((hours) => ROW_TIME + hours * HOUR);
const clause: fc.Arbitrary<AccessClause> = fc
  .tuple(
    fc.subarray([...PEOPLE, 'nobody' as PersonKey], { minLength: 1, maxLength: 3 }),
    fc.record({ from: end, until: end }, { requiredKeys: [] }),
  )
  .map(([people, ends]) => ({ people, ...ends }));
const asked: fc.Arbitrary<Asked> = fc.record({
  any: fc.array(clause, { minLength: 1, maxLength: 3 }),
  kind: fc.constantFrom('room' as const, 'group' as const, null),
  person: fc.oneof(fc.constant(null), fc.subarray([...PEOPLE], { minLength: 1, maxLength: 2 })),
  limit: fc.integer({ min: 1, max: 13 }),
});

test('page by page a narrowed reader gets what the messages that it may see say, and nothing of the others', async () => {
  const sizes = new Set<number>();
  await fc.assert(
    fc.asyncProperty(asked, async (question) => {
      const rows: ConversationRow[] = [];
      const { any, ...filter } = question;
      for (;;) {
        const page = await within((tx) =>
          listConversations(tx, { kind: 'where', any }, { ...filter, after: rows.at(-1) ?? null }),
        );
        rows.push(...page);
        if (page.length < filter.limit) break;
      }
      const told = rows.map(({ conversationId, kind, people, isExternal, firstAt, lastAt }) => ({
        conversationId,
        kind,
        people,
        isExternal,
        firstAt,
        lastAt,
      }));
      const right = expected(question);
      expect(told).toEqual(right);
      sizes.add(right.length);
    }),
    { numRuns: 60 },
  );
  expect(sizes.size).toBeGreaterThan(4);
});

test('somebody with many conversations is found in the same ones as somebody with few', async () => {
  const sizes = new Set<number>();
  await fc.assert(
    fc.asyncProperty(asked, async ({ any, ...filter }) => {
      const list = (mostFew: number) =>
        within((tx) => listSeenConversations(tx, any, { ...filter, after: null }, mostFew));
      const few = await list(100);
      expect(await list(1)).toEqual(few);
      sizes.add(few.length);
    }),
    { numRuns: 40 },
  );
  expect(sizes.size).toBeGreaterThan(4);
});
