import type { AccessCondition, ConnectionId, PersonKey, TenantId } from '@highwater/domain';
import {
  addConnection,
  addMessages,
  addTenant,
  createTestDatabase,
  ROW_TIME,
  type TestDatabase,
} from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { countEmployees, listPeople, listPeopleByKeys, listPeopleOfMessages, type PersonRow } from './list-people.ts';
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
    const paged: PersonRow[] = [];
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

test('people are found by kind and by a part of their id as written, letter case aside', async () => {
  await save(one, seen(LIN, 'LinXiaoyu'), seen(CHEN), seen(WANG));
  const find = (text: string | null, kind: PersonRow['kind'] | null = null) =>
    within(async (tx) => keysOf(await listPeople(tx, ALL, { ...FIRST, text, kind })));
  expect(await find('XIAO')).toEqual([LIN]);
  expect(await find('n', 'employee')).toEqual([CHEN, LIN]);
  expect(await find(null, 'external_contact')).toEqual([WANG]);
  expect(await find('%')).toEqual([]);
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
    listPeopleOfMessages(tx, await addMessages(tx, one, [{ people: [LIN, WANG] }])),
  );
  expect(people.map(({ writtenAs }) => writtenAs).toSorted()).toEqual(['LinXiaoyu', WANG].toSorted());
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
