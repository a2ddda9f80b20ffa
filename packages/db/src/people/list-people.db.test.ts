import type { AccessCondition, ConnectionId, ConversationId, PersonKey, TenantId } from '@highwater/domain';
import { foldedPattern } from '@highwater/search';
import {
  addConnection,
  addMessages,
  addTenant,
  createTestDatabase,
  newId,
  ROW_TIME,
  type TestDatabase,
} from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import {
  countEmployees,
  listPeople,
  listPeopleByKeys,
  listPeopleOfMessages,
  type ListedPersonRow,
  type PersonRow,
} from './list-people.ts';
import { savePeople, type SeenPerson } from './save-people.ts';

const LIN = 'linxiaoyu' as PersonKey;
const CHEN = 'chen.min' as PersonKey;
const ZHAO = 'zhaokai' as PersonKey;
const WANG = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6H' as PersonKey;
const ALL: AccessCondition = { kind: 'all' };
const FIRST = { kind: null, text: null, after: null, limit: 100 };

let own: TestDatabase;
let tenantId: TenantId;
let one: ConnectionId;
let other: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  one = await within((tx) => addConnection(tx));
  other = await within((tx) => addConnection(tx));
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const keysOf = (rows: readonly PersonRow[]) => rows.map(({ personKey }) => personKey);

function seen(personKey: PersonKey, writtenAs: string = personKey, firstAt = ROW_TIME, lastAt = ROW_TIME): SeenPerson {
  return { personKey, writtenAs, kind: personKey === WANG ? 'external_contact' : 'employee', firstAt, lastAt };
}

const save = (connectionId: ConnectionId, ...people: readonly SeenPerson[]) =>
  within((tx) => savePeople(tx, connectionId, people));

test('pages never repeat or skip a person, though two connections know the same one', async () => {
  await save(one, seen(LIN), seen(CHEN), seen(ZHAO), seen(WANG));
  await save(other, seen(LIN), seen(CHEN), seen(ZHAO));
  const whole = await within((tx) => listPeople(tx, ALL, FIRST));
  expect(whole).toHaveLength(7);
  for (const limit of [1, 2, 3]) {
    const paged: ListedPersonRow[] = [];
    for (;;) {
      const page = await within((tx) => listPeople(tx, ALL, { ...FIRST, after: paged.at(-1) ?? null, limit }));
      paged.push(...page);
      if (page.length < limit) break;
    }
    expect(paged).toEqual(whole);
  }
});

test('a narrowed reader sees its employees and whoever shares a message with them', async () => {
  await save(one, seen(LIN), seen(CHEN), seen(ZHAO), seen(WANG));
  await within((tx) => addMessages(tx, one, [{ people: [LIN, WANG] }, { people: [CHEN, ZHAO] }]));
  const asked = (access: AccessCondition) => within(async (tx) => keysOf(await listPeople(tx, access, FIRST)));
  expect(await asked({ kind: 'where', any: [{ people: [LIN] }] })).toEqual([LIN, WANG]);
  expect(await asked({ kind: 'where', any: [{ people: [LIN] }, { people: [ZHAO] }] })).toEqual([CHEN, LIN, WANG, ZHAO]);
  expect(await asked({ kind: 'none' })).toEqual([]);
});

test('a narrowed reader sees whoever shared a message with its employees long ago, and nobody who was only there then', async () => {
  const [conversationId, later] = [newId<ConversationId>(), newId<ConversationId>()];
  const message = (people: readonly PersonKey[], sentAt: number, place = conversationId) => ({
    conversationId: place,
    roomId: null,
    direction: 'internal' as const,
    sentAt,
    people,
  });
  await save(one, seen(LIN), seen(CHEN), seen(ZHAO));
  await within((tx) =>
    addMessages(tx, one, [
      message([LIN, CHEN], ROW_TIME),
      message([CHEN, ZHAO], ROW_TIME + 1),
      ...Array.from({ length: 50 }, (_, at) => message([CHEN, ZHAO], ROW_TIME + 86_400_000 + at, later)),
    ]),
  );
  const list = (person: PersonKey) =>
    within((tx) => listPeople(tx, { kind: 'where', any: [{ people: [person] }] }, FIRST));
  expect(keysOf(await list(LIN)).toSorted()).toEqual([CHEN, LIN]);
  expect((await list(LIN)).map(({ firstAt, lastAt }) => [firstAt, lastAt])).toEqual([
    [ROW_TIME, ROW_TIME],
    [ROW_TIME, ROW_TIME],
  ]);
  expect(keysOf(await list(ZHAO)).toSorted()).toEqual([CHEN, ZHAO]);
});

test('people are found by kind and by a part of their id as written, letter case aside', async () => {
  await save(one, seen(LIN, 'LinXiaoyu'), seen(CHEN), seen(WANG));
  const find = (text: string | null, kind: PersonRow['kind'] | null = null) =>
    within(async (tx) =>
      keysOf(await listPeople(tx, ALL, { ...FIRST, text: text === null ? null : foldedPattern(text), kind })),
    );
  expect(await find('XIAO')).toEqual([LIN]);
  expect(await find('n', 'employee')).toEqual([CHEN, LIN]);
  expect(await find(null, 'external_contact')).toEqual([WANG]);
  expect(await find('%')).toEqual([]);
});

test('lists who talked last first, and to a narrowed reader in the order of names', async () => {
  await save(one, seen(LIN, LIN, ROW_TIME, ROW_TIME + 1), seen(CHEN, CHEN, ROW_TIME, ROW_TIME + 3));
  await save(one, seen(ZHAO, ZHAO, ROW_TIME, ROW_TIME + 2), seen(WANG, WANG, ROW_TIME, ROW_TIME + 2));
  await within(async (tx) => {
    await tx.query(`UPDATE hw.people SET name = 'A 丽' WHERE tenant_id = $1 AND person_key = $2`, [tenantId, WANG]);
    await addMessages(tx, one, [{ people: [LIN, WANG] }, { people: [LIN, ZHAO, CHEN] }]);
  });
  const asked = (access: AccessCondition) => within(async (tx) => keysOf(await listPeople(tx, access, FIRST)));
  expect(await asked(ALL)).toEqual([CHEN, WANG, ZHAO, LIN]);
  expect(await asked({ kind: 'where', any: [{ people: [LIN] }] })).toEqual([WANG, CHEN, LIN, ZHAO]);
});

test('who fits a text best comes first, whatever the way of writing it, and pages go on there', async () => {
  const names: Readonly<Record<string, string | null>> = { a: '王麗', b: '小王丽', c: '王麗麗', d: null, e: '張三' };
  await save(one, ...Object.keys(names).map((key) => seen(key as PersonKey, key)));
  await within(async (tx) => {
    for (const [key, name] of Object.entries(names)) {
      await tx.query('UPDATE hw.people SET name = $3 WHERE tenant_id = $1 AND person_key = $2', [tenantId, key, name]);
    }
    await tx.query(
      `INSERT INTO hw.intervals (tenant_id, connection_id, subject, subject_key, attribute, value, seen_from, seen_until, ended_by)
       VALUES ($1, $2, 'person', 'e', 'name', '老王丽', $3, $3, $3)`,
      [tenantId, one, new Date(ROW_TIME)],
    );
  });
  const text = foldedPattern('王麗');
  const whole = await within((tx) => listPeople(tx, ALL, { ...FIRST, text }));
  expect(keysOf(whole)).toEqual(['a', 'c', 'b', 'e']);
  for (const limit of [1, 2]) {
    const paged: ListedPersonRow[] = [];
    for (;;) {
      const page = await within((tx) => listPeople(tx, ALL, { ...FIRST, text, after: paged.at(-1) ?? null, limit }));
      paged.push(...page);
      if (page.length < limit) break;
    }
    expect(keysOf(paged)).toEqual(keysOf(whole));
  }
  const find = (typed: string) =>
    within(async (tx) => keysOf(await listPeople(tx, ALL, { ...FIRST, text: foldedPattern(typed) })));
  expect(await find('张')).toEqual(['e']);
  expect(await find('丽ａ')).toEqual([]);
  expect(await find('.*')).toEqual([]);
});

test('seeing a person again widens the time, and keeps how they were written first', async () => {
  await save(one, seen(LIN, 'LinXiaoyu', ROW_TIME, ROW_TIME + 10));
  await save(one, seen(LIN, 'LINXIAOYU', ROW_TIME - 5, ROW_TIME + 3));
  await save(one, seen(LIN, 'LINXIAOYU', ROW_TIME, ROW_TIME));
  expect(await within((tx) => listPeopleByKeys(tx, [LIN, CHEN]))).toEqual([
    expect.objectContaining({ personKey: LIN, writtenAs: 'LinXiaoyu', firstAt: ROW_TIME - 5, lastAt: ROW_TIME + 10 }),
  ]);
});

test('the people of a message are those of its own connection', async () => {
  await save(one, seen(LIN, 'LinXiaoyu'), seen(WANG));
  await save(other, seen(LIN, 'linxiaoyu'));
  const people = await within(async (tx) =>
    listPeopleOfMessages(tx, { whole: await addMessages(tx, one, [{ people: [LIN, WANG] }]) }),
  );
  expect(people.map(({ writtenAs }) => writtenAs).toSorted()).toEqual(['LinXiaoyu', WANG].toSorted());
});

test('each person comes once with their messages: everybody of some, of others who is named', async () => {
  await save(one, seen(LIN), seen(WANG), seen(CHEN), seen(ZHAO));
  await within(async (tx) => {
    const [pair, room] = await addMessages(tx, one, [{ people: [LIN, WANG] }, { people: [LIN, WANG] }]);
    if (pair === undefined || room === undefined) throw new Error('Two messages were added.');
    const named = [LIN, CHEN].map((personKey) => ({ messageId: room, personKey }));
    const people = await listPeopleOfMessages(tx, { whole: [pair], named });
    expect(new Map(people.map(({ personKey, messageIds }) => [personKey, messageIds.toSorted()]))).toEqual(
      new Map([
        [LIN, [pair, room].toSorted()],
        [WANG, [pair]],
        [CHEN, [room]],
      ]),
    );
  });
});

test('employees are counted once, and those whom the condition names', async () => {
  await save(one, seen(LIN), seen(CHEN), seen(WANG));
  await save(other, seen(LIN), seen(ZHAO));
  const count = (access: AccessCondition) => within((tx) => countEmployees(tx, access));
  expect(await count(ALL)).toEqual({ seen: 3, total: 3 });
  expect(await count({ kind: 'none' })).toEqual({ seen: 0, total: 3 });
  expect(await count({ kind: 'where', any: [{ people: [LIN, WANG] }, { people: [LIN] }] })).toEqual({
    seen: 1,
    total: 3,
  });
});
