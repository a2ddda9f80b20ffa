import {
  EVERY_MESSAGE,
  type AccessClause,
  type AccessCondition,
  type MessageId,
  type PersonKey,
  type RoomId,
  type TenantId,
} from '@highwater/domain';
import { buildAbility, conditionAllows, messageAllowed } from '@highwater/permissions';
import { compileTokenCondition } from '@highwater/search';
import { addTenant, createTestDatabase, type TestDatabase } from '@highwater/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listMessages } from '../messages/list-messages.ts';
import { createPostgresSearchIndex } from '../search-index/postgres-search-index.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { accessSql } from './access-sql.ts';
import { attendedSql, startOfDay } from './attended-sql.ts';
import { SqlValues } from './sql-values.ts';
import { anyClause, clauses } from './testing/arbitrary-clauses.ts';
import { DAY, EMPLOYEES, hash, makeSmallCompany, saveSmallCompany, START } from './testing/small-company.ts';

const COMPANY = makeSmallCompany();
const KNOWING = makeSmallCompany();
const { messages } = COMPANY;
/** A few rows of the index know no facts: where a direction is asked, they are candidates and not counted. */
const oldRows = new Set(messages.flatMap(({ messageId }, place) => (place % 5 === 0 ? [messageId] : [])));

let own: TestDatabase;
let tenantId: TenantId;
/** The same, and every row of the index knows its facts. */
let knowingId: TenantId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  await within((tx) => saveSmallCompany(tx, COMPANY, (messageId) => !oldRows.has(messageId)));
  knowingId = await addTenant(own.database);
  await inTenant(own.database, knowingId, (tx) => saveSmallCompany(tx, KNOWING));
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const of = (any: readonly AccessClause[]): AccessCondition => ({ kind: 'where', any });
const idsOf = (rows: readonly { readonly messageId: MessageId }[]) => new Set(rows.map(({ messageId }) => messageId));

/** The messages that a statement lets through, by a row that is only known by its id, and by the row itself. */
async function seenBySql(access: AccessCondition): Promise<readonly Set<MessageId>[]> {
  return within(async (tx) => {
    const found: Set<MessageId>[] = [];
    for (const isMessage of [false, true]) {
      const values = new SqlValues();
      const source = isMessage ? 'hw.messages' : '(SELECT tenant_id, message_id FROM hw.messages)';
      const { rows } = await tx.query<{ messageId: MessageId }>(
        `SELECT w.message_id AS "messageId" FROM ${source} w
         WHERE w.tenant_id = ${values.add(tenantId)} AND ${accessSql(access, 'w', values, isMessage)}`,
        values.all,
      );
      found.push(idsOf(rows));
    }
    return found;
  });
}

test('CASL, memory, rows and tokens let the same messages through, whatever grants say', async () => {
  const index = createPostgresSearchIndex(own.database, async (_tenant, query, access) =>
    compileTokenCondition(query, access, hash),
  );
  const sizes = new Set<number>();
  await fc.assert(
    fc.asyncProperty(clauses, fc.nat(3), async (any, cut) => {
      // As several grants, of which rights make one condition.
      const grants = [any.slice(0, cut), any.slice(cut)].map((part) => ({ actions: ['view'] as const, clauses: part }));
      const ability = buildAbility({ actions: ['view'], reach: 'granted', grants }, START);
      const access = of(any);
      const expected = messages.filter((message) => conditionAllows(access, message));
      const ids = idsOf(expected);
      expect(idsOf(messages.filter((message) => messageAllowed(ability, 'view', message)))).toEqual(ids);
      for (const found of await seenBySql(access)) expect(found).toEqual(ids);

      const { positions } = await index.find(tenantId, EVERY_MESSAGE, access, { after: null, limit: 1000 });
      const candidates = idsOf(positions);
      const asksDirection = any.some(({ directions }) => directions !== undefined);
      const isMaybe = (id: MessageId): boolean => ids.has(id) || (asksDirection && oldRows.has(id));
      expect(expected.filter(({ messageId }) => !candidates.has(messageId))).toEqual([]);
      expect([...candidates].filter((id) => !isMaybe(id))).toEqual([]);

      const counts = await index.count(tenantId, EVERY_MESSAGE, access, { zone: 'UTC' });
      expect(counts.total).toBeLessThanOrEqual(expected.length);
      expect(counts.total).toBeGreaterThanOrEqual(expected.filter(({ messageId }) => !oldRows.has(messageId)).length);
      if (!asksDirection) expect(counts.total).toBe(expected.length);
      if (counts.isExact) expect(counts.total).toBe(expected.length);
      const sum = (list: readonly { readonly count: number }[]) => list.reduce((all, { count }) => all + count, 0);
      expect(sum(counts.days)).toBe(counts.total);
      for (const { personKey, count } of counts.people) {
        expect(count).toBeLessThanOrEqual(expected.filter(({ people }) => people.includes(personKey)).length);
      }
      for (const { roomId, count } of counts.rooms) {
        expect(count).toBeLessThanOrEqual(expected.filter((message) => message.roomId === roomId).length);
      }
      sizes.add(expected.length);
    }),
    { numRuns: 80 },
  );
  // Conditions that let through everything or nothing would agree by chance.
  expect(sizes.size).toBeGreaterThan(20);
});

test('facets count what the reader may see and nothing else, where every row knows its facts', async () => {
  const index = createPostgresSearchIndex(own.database, async (_tenant, query, access) =>
    compileTokenCondition(query, access, hash),
  );
  await fc.assert(
    fc.asyncProperty(clauses, async (any) => {
      const expected = KNOWING.messages.filter((message) => conditionAllows(of(any), message));
      const tally = <Value extends string>(values: readonly Value[]) =>
        [...Map.groupBy(values, (value) => value)].map(([value, all]) => `${value} ${all.length}`).toSorted();
      const counts = await index.count(knowingId, EVERY_MESSAGE, of(any), { zone: 'UTC' });
      expect([counts.total, counts.isExact]).toEqual([expected.length, true]);
      const told = [
        counts.kinds.map(({ kind, count }) => `${kind} ${count}`),
        counts.directions.map(({ direction, count }) => `${direction} ${count}`),
        counts.people.map(({ personKey, count }) => `${personKey} ${count}`),
        counts.rooms.map(({ roomId, count }) => `${roomId} ${count}`),
        counts.days.map(({ day, count }) => `${day} ${count}`),
      ];
      expect(told.map((list) => list.toSorted())).toEqual([
        tally(expected.map(({ kind }) => kind)),
        tally(expected.map(({ direction }) => direction)),
        tally(expected.flatMap(({ people }) => people)),
        tally(expected.flatMap(({ roomId }) => roomId ?? [])),
        tally(expected.map(({ sentAt }) => new Date(sentAt).toISOString().slice(0, 10))),
      ]);
    }),
    { numRuns: 60 },
  );
});

test('whatever is seen of somebody lies on a day that attendance leads to', async () => {
  let narrowed = 0;
  await fc.assert(
    fc.asyncProperty(clauses, async (any) => {
      const values = new SqlValues();
      const tenant = values.add(tenantId);
      const { rows } = await within((tx) =>
        tx.query<{ conversationId: string; dayAt: number }>(
          `SELECT DISTINCT a.conversation_id AS "conversationId", ${startOfDay('a.day')} AS "dayAt" FROM hw.attendance a
           WHERE a.tenant_id = ${tenant} AND ${attendedSql(any, 'a', values)}`,
          values.all,
        ),
      );
      const led = new Set(rows.map(({ conversationId, dayAt }) => `${conversationId} ${dayAt}`));
      const placeOf = ({ conversationId, sentAt }: (typeof messages)[number]) =>
        `${conversationId} ${START + Math.floor((sentAt - START) / 86_400_000) * 86_400_000}`;
      const present = messages.filter(({ people }) => people.length > 0);
      const needed = new Set(present.filter((message) => conditionAllows(of(any), message)).map(placeOf));
      expect([...needed].filter((place) => !led.has(place))).toEqual([]);
      if (led.size < new Set(present.map(placeOf)).size) narrowed += 1;
    }),
    { numRuns: 80 },
  );
  // One that leads everywhere would be right too.
  expect(narrowed).toBeGreaterThan(20);
});

test('attendance of a clause leads to nobody else, to no other room and to no other time', async () => {
  const sizes = new Set<number>();
  await fc.assert(
    fc.asyncProperty(anyClause, async (clause) => {
      const values = new SqlValues();
      const tenant = values.add(tenantId);
      const { rows } = await within((tx) =>
        tx.query<{ person: PersonKey; roomId: RoomId | null; dayAt: number; isLed: boolean }>(
          `SELECT a.person_key AS person, c.room_id AS "roomId", ${startOfDay('a.day')} AS "dayAt",
             ${attendedSql([clause], 'a', values)} AS "isLed"
           FROM hw.attendance a JOIN hw.conversations c USING (tenant_id, conversation_id) WHERE a.tenant_id = ${tenant}`,
          values.all,
        ),
      );
      for (const { isLed, ...row } of rows) expect([row, isLed]).toEqual([row, leadsTo(clause, row)]);
      sizes.add(rows.filter(({ isLed }) => isLed).length);
    }),
    { numRuns: 80 },
  );
  expect(sizes.size).toBeGreaterThan(20);
});

/** Told once more. Of two lists that must both take part the second leads where it is not longer, at any time. */
function leadsTo(
  { people, with: others, rooms, from = -Infinity, until = Infinity }: AccessClause,
  { person, roomId, dayAt }: { person: PersonKey; roomId: RoomId | null; dayAt: number },
): boolean {
  if (from >= until) return false;
  if (rooms && !rooms.some((room) => room === roomId)) return false;
  if (people && others && others.length <= people.length) return others.includes(person);
  return (people ?? others ?? [person]).includes(person) && dayAt < until && dayAt + DAY > from;
}

test('a condition of nobody, nothing and no time lets nothing through', async () => {
  const empty: readonly AccessClause[] = [
    { people: [] },
    { people: EMPLOYEES, rooms: [] },
    { people: EMPLOYEES, with: [] as PersonKey[] },
    { kinds: [] },
    { directions: [], people: EMPLOYEES },
    { from: START + 5, until: START + 5 },
    { people: EMPLOYEES, from: START + 9, until: START },
  ];
  const index = createPostgresSearchIndex(own.database, async (_tenant, query, access) =>
    compileTokenCondition(query, access, hash),
  );
  for (const any of [[], empty, ...empty.map((clause) => [clause])]) {
    for (const found of await seenBySql(of(any))) expect(found.size).toBe(0);
    const { positions } = await index.find(tenantId, EVERY_MESSAGE, of(any), { after: null, limit: 1000 });
    expect(positions).toEqual([]);
    expect(await index.count(tenantId, EVERY_MESSAGE, of(any), { zone: 'UTC' })).toMatchObject({
      total: 0,
      people: [],
    });
    const page = { from: null, towards: 'older', limit: 10 } as const;
    expect(await within((tx) => listMessages(tx, of(any), EVERY_MESSAGE, page))).toEqual([]);
  }
});
