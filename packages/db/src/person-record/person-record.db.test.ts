import type {
  AccessCondition,
  ConnectionId,
  ConversationId,
  MemberId,
  PersonKey,
  RoomId,
  TenantId,
} from '@highwater/domain';
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
import { listPresentConsents } from '../consents/list-present-consents.ts';
import { saveConsents } from '../consents/save-consents.ts';
import { saveConversations } from '../conversations/save-conversations.ts';
import { listPeople } from '../people/list-people.ts';
import { savePeople } from '../people/save-people.ts';
import { saveRooms } from '../rooms/save-rooms.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { findPerson } from './find-person.ts';
import { listDepartmentPaths } from './list-department-paths.ts';
import { listFollowsOf } from './list-follows.ts';
import { listSameIds } from './list-same-ids.ts';
import { listPermitsOfPerson } from './list-permits-of-person.ts';
import { listPersonHistory } from './list-person-history.ts';
import { listRoomsOfPerson, listRoomStays } from './list-rooms-of-person.ts';
import { joinCustomer, listCustomerIds, listOtherIds, separateCustomer } from './same-customer.ts';
import * as add from './testing/add-facts.ts';

const LIN = 'linxiaoyu' as PersonKey;
const CHEN = 'chen.min' as PersonKey;
const WANG = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6H' as PersonKey;
const WANG_TOO = 'wmTESTaAAAZz9Zz9Zz9Zz9Zz9Zz9Zz' as PersonKey;
const WANG_ELSEWHERE = 'wmTESTbAAAQx7Rk2Lp9sVt0Bn4Yd6H' as PersonKey;
const ROOM = 'wrTESTdAAAUo3Iy7Tr5Ew1Qa9Sd2Fg' as RoomId;
const HIDDEN_ROOM = 'wrTESTdAAAHiddenHiddenHidden01' as RoomId;
const ALL: AccessCondition = { kind: 'all' };
const OF_LIN: AccessCondition = { kind: 'where', any: [{ people: [LIN] }] };
const BOSS = newId<MemberId>();

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
/** 林 and 陈 know 王 each by a remark of their own; 林 and 王 are in one room, 陈 and 王 in another. */
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  await within(async (tx) => {
    connectionId = await addConnection(tx);
    const seen = { firstAt: ROW_TIME, lastAt: ROW_TIME };
    await savePeople(tx, connectionId, [
      ...[LIN, CHEN].map((personKey) => ({ personKey, writtenAs: personKey, kind: 'employee', ...seen }) as const),
      ...[WANG, WANG_TOO].map(
        (key) => ({ personKey: key, writtenAs: key, kind: 'external_contact', ...seen }) as const,
      ),
    ]);
    await addRoom(tx, ROOM, [LIN, WANG]);
    await addRoom(tx, HIDDEN_ROOM, [CHEN, WANG]);
    await add.addFollow(tx, connectionId, WANG, LIN, '门店老板', ['VIP']);
    await add.addFollow(tx, connectionId, WANG, CHEN, '欠款客户');
  });
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const person = (personKey: PersonKey) => ({ connectionId, personKey });

async function addRoom(tx: TenantTx, roomId: RoomId, people: readonly PersonKey[]): Promise<void> {
  const conversationId = newId<ConversationId>();
  const seen = { isExternal: true, firstAt: ROW_TIME, lastAt: ROW_TIME };
  await saveRooms(tx, connectionId, [{ roomId, conversationId, ...seen }]);
  await saveConversations(tx, connectionId, [{ conversationId, kind: 'room', roomId, people, ...seen }]);
  await addMessages(tx, connectionId, [{ people, conversationId, roomId }]);
}

test('a person is found by whoever may see them, and by nobody else', async () => {
  const find = (access: AccessCondition, key: PersonKey) => within((tx) => findPerson(tx, access, person(key)));
  expect(await find(ALL, CHEN)).toMatchObject({ personKey: CHEN, state: 'pending', departmentIds: [], alias: null });
  expect(await find(OF_LIN, WANG)).toMatchObject({ personKey: WANG, firstAt: ROW_TIME });
  expect(await find(OF_LIN, CHEN)).toBeUndefined();
  expect(await find({ kind: 'none' }, WANG)).toBeUndefined();
  expect(await within((tx) => findPerson(tx, ALL, { connectionId: newId(), personKey: WANG }))).toBeUndefined();
});

test('a narrowed reader learns nothing of what other employees noted', async () => {
  const remarks = (access: AccessCondition) =>
    within(async (tx) => (await listFollowsOf(tx, access, [person(WANG)])).map(({ remark }) => remark));
  expect(await remarks(ALL)).toEqual(['欠款客户', '门店老板']);
  expect(await remarks(OF_LIN)).toEqual(['门店老板']);
  expect(await remarks({ kind: 'none' })).toEqual([]);
});

test('the history holds what was true of a person and what each employee noted, newest first', async () => {
  await within(async (tx) => {
    const name = { subject: 'person', key: WANG } as const;
    const noted = (key: PersonKey) => ({ subject: 'follow', key: `${WANG} ${key}`, attribute: 'remark' }) as const;
    await add.addInterval(tx, connectionId, name, '王丽', [ROW_TIME, ROW_TIME + 1, ROW_TIME + 5]);
    await add.addInterval(tx, connectionId, name, '阿丽', [ROW_TIME + 5, ROW_TIME + 9]);
    await add.addInterval(tx, connectionId, noted(LIN), '门店老板', [ROW_TIME + 2, ROW_TIME + 9]);
    await add.addInterval(tx, connectionId, noted(CHEN), '欠款客户', [ROW_TIME + 3, ROW_TIME + 9]);
  });
  const history = (access: AccessCondition, limit = 10) =>
    within(async (tx) =>
      (await listPersonHistory(tx, access, person(WANG), limit)).map(({ value, employee }) => [value, employee]),
    );
  expect(await history(ALL)).toEqual([
    ['阿丽', null],
    ['欠款客户', CHEN],
    ['门店老板', LIN],
    ['王丽', null],
  ]);
  expect(await history(OF_LIN)).toEqual([
    ['阿丽', null],
    ['门店老板', LIN],
    ['王丽', null],
  ]);
  expect(await history(ALL, 1)).toEqual([['阿丽', null]]);
});

test('people are found by names of any day and by remarks that the reader may know', async () => {
  await within(async (tx) => {
    await add.knowPerson(tx, connectionId, WANG, { name: '阿丽' });
    await add.knowPerson(tx, connectionId, LIN, { name: '林小雨', alias: 'Rainy' });
    await add.addInterval(tx, connectionId, { subject: 'person', key: WANG }, '王丽', [
      ROW_TIME,
      ROW_TIME,
      ROW_TIME + 5,
    ]);
    const noted = { subject: 'follow', key: `${WANG} ${CHEN}`, attribute: 'remark' } as const;
    await add.addInterval(tx, connectionId, noted, '以前的老同学', [ROW_TIME, ROW_TIME, ROW_TIME + 5]);
  });
  const find = (text: string, access: AccessCondition = ALL) =>
    within(async (tx) =>
      (await listPeople(tx, access, { kind: null, text: foldedPattern(text), after: null, limit: 10 })).map(
        ({ personKey }) => personKey,
      ),
    );
  expect(await find('阿丽')).toEqual([WANG]);
  expect(await find('王丽')).toEqual([WANG]);
  expect(await find('rainy')).toEqual([LIN]);
  expect(await find('欠款')).toEqual([WANG]);
  expect(await find('老同学')).toEqual([WANG]);
  expect(await find('欠款', OF_LIN)).toEqual([]);
  expect(await find('老同学', OF_LIN)).toEqual([]);
  expect(await find('门店', OF_LIN)).toEqual([WANG]);
});

test('somebody without a name is found by the code that stands for them', async () => {
  const list = (text: string | null) =>
    within((tx) =>
      listPeople(tx, ALL, {
        kind: 'external_contact',
        text: text === null ? null : foldedPattern(text),
        after: null,
        limit: 10,
      }),
    );
  const [first, second] = await list(null);
  expect(first?.code).toMatch(/^[0-9A-F]{4}$/);
  expect(first?.code).not.toBe(second?.code);
  expect((await list(first?.code.toLowerCase() ?? '')).map(({ personKey }) => personKey)).toEqual([first?.personKey]);
});

test('a person is asked for by every id of the same customer, but not by one that is said to be another', async () => {
  const ids = (...keys: readonly PersonKey[]) => within((tx) => listSameIds(tx, keys));
  expect(await ids()).toEqual([]);
  expect(await ids(WANG, LIN)).toEqual([[WANG], [LIN]]);
  await within(async (tx) => {
    const elsewhere = await addConnection(tx);
    const seen = { kind: 'external_contact', firstAt: ROW_TIME, lastAt: ROW_TIME } as const;
    await savePeople(tx, elsewhere, [{ personKey: WANG_ELSEWHERE, writtenAs: WANG_ELSEWHERE, ...seen }]);
    await add.knowPerson(tx, elsewhere, WANG_ELSEWHERE, { unionid: 'o-one-person' });
    for (const key of [WANG, WANG_TOO]) await add.knowPerson(tx, connectionId, key, { unionid: 'o-one-person' });
  });
  expect(await ids(LIN, WANG_TOO, WANG)).toEqual([
    [LIN],
    [WANG_TOO, WANG, WANG_ELSEWHERE],
    [WANG, WANG_TOO, WANG_ELSEWHERE],
  ]);
  const others = (access: AccessCondition) =>
    within(async (tx) => (await listOtherIds(tx, access, [person(WANG), person(LIN)])).map((each) => each.personKey));
  expect(await others(ALL)).toEqual([WANG_TOO, WANG_ELSEWHERE]);
  expect(await others(OF_LIN)).toEqual([]);
  await within((tx) => separateCustomer(tx, person(WANG_TOO), BOSS, ROW_TIME));
  expect(await others(ALL)).toEqual([WANG_ELSEWHERE]);
  expect(await ids(WANG, WANG_TOO)).toEqual([[WANG, WANG_ELSEWHERE], [WANG_TOO]]);
});

test('people are narrowed to a state and to given ids', async () => {
  await within((tx) => add.knowPerson(tx, connectionId, CHEN, { state: 'gone', fault: 'person.unknown' }));
  const list = (filter: object) =>
    within((tx) => listPeople(tx, ALL, { kind: null, text: null, after: null, limit: 10, ...filter }));
  expect(await list({ state: 'gone' })).toEqual([
    expect.objectContaining({ personKey: CHEN, state: 'gone', fault: 'person.unknown', hasLeft: true }),
  ]);
  expect((await list({ keys: [LIN, WANG] })).map(({ personKey }) => personKey)).toEqual([LIN, WANG]);
});

test('departments stand in their tree, and a loop in it ends', async () => {
  await within(async (tx) => {
    await add.addDepartment(tx, connectionId, 1, 0, '青橙果业');
    await add.addDepartment(tx, connectionId, 2, 1, null);
    await add.addDepartment(tx, connectionId, 3, 2, '华东组');
    await add.addDepartment(tx, connectionId, 8, 9, '甲');
    await add.addDepartment(tx, connectionId, 9, 8, '乙');
  });
  const paths = await within((tx) => listDepartmentPaths(tx, connectionId, ['3', '1', '8', '77']));
  expect(paths.slice(0, 2)).toEqual([
    { departmentId: '1', path: ['青橙果业'] },
    { departmentId: '3', path: ['青橙果业', null, '华东组'] },
  ]);
  expect(paths[2]?.path.at(-1)).toBe('甲');
  expect(paths).toHaveLength(3);
});

test('rooms of a person are those of its messages and memberships, for a narrowed reader those it sees', async () => {
  await within((tx) => add.addRoomStay(tx, connectionId, ROOM, CHEN, ROW_TIME + 5));
  const rooms = (access: AccessCondition, key: PersonKey) =>
    within(async (tx) => (await listRoomsOfPerson(tx, access, person(key), 10)).map(({ roomId }) => roomId));
  expect(await rooms(ALL, WANG)).toEqual([HIDDEN_ROOM, ROOM]);
  expect(await rooms(ALL, CHEN)).toEqual([HIDDEN_ROOM, ROOM]);
  expect(await rooms(OF_LIN, WANG)).toEqual([ROOM]);
  expect(await within((tx) => listRoomStays(tx, person(CHEN), [ROOM, HIDDEN_ROOM]))).toEqual([
    { roomId: ROOM, seenFrom: ROW_TIME, seenUntil: ROW_TIME, endedBy: ROW_TIME + 5, joinedAt: null, nickname: null },
  ]);
});

test('consents are told of employees and rooms that the reader may see', async () => {
  await within(async (tx) => {
    for (const employee of [LIN, CHEN]) await add.addConsentState(tx, connectionId, WANG, { employee });
    for (const room of [ROOM, HIDDEN_ROOM]) await add.addConsentState(tx, connectionId, WANG, { room });
  });
  const consents = (access: AccessCondition) =>
    within(async (tx) =>
      (await listPresentConsents(tx, access, [person(WANG)])).map(({ employee, roomId }) => employee ?? roomId),
    );
  expect(await consents(ALL)).toEqual([CHEN, LIN, HIDDEN_ROOM, ROOM]);
  expect(await consents(OF_LIN)).toEqual([LIN, ROOM]);
});

test('the newer of a decision in a message and of what WeCom answered holds, towards each employee and room', async () => {
  await within(async (tx) => {
    const [messageId] = await addMessages(tx, connectionId, [{ people: [LIN, WANG] }]);
    const [later] = await addMessages(tx, connectionId, [{ people: [CHEN, WANG] }]);
    const [inRoom] = await addMessages(tx, connectionId, [{ people: [LIN, WANG] }]);
    if (messageId === undefined || later === undefined || inRoom === undefined) throw new Error('no message');
    const decided = { externalPerson: WANG, roomId: null, status: 'disagree' } as const;
    await saveConsents(tx, connectionId, [
      { ...decided, messageId, employee: LIN, decidedAt: ROW_TIME - 1 },
      { ...decided, messageId: later, employee: CHEN, decidedAt: ROW_TIME + 1 },
      { ...decided, messageId: inRoom, employee: null, roomId: ROOM, decidedAt: ROW_TIME },
    ]);
    for (const employee of [LIN, CHEN]) await add.addConsentState(tx, connectionId, WANG, { employee });
    await add.addConsentState(tx, connectionId, WANG, { room: HIDDEN_ROOM });
  });
  const now = (access: AccessCondition) => within((tx) => listPresentConsents(tx, access, [person(WANG)]));
  expect(await now(ALL)).toMatchObject([
    { employee: CHEN, status: 'disagree', changedAt: ROW_TIME + 1, messageId: expect.any(String) },
    { employee: LIN, status: 'agree', changedAt: ROW_TIME, messageId: null },
    { roomId: HIDDEN_ROOM, status: 'agree', changedAt: ROW_TIME, messageId: null },
    { roomId: ROOM, status: 'disagree', changedAt: ROW_TIME, messageId: expect.any(String) },
  ]);
  expect((await now(OF_LIN)).map(({ employee, roomId }) => employee ?? roomId)).toEqual([LIN, ROOM]);
});

test('permits are listed with the times at which they were seen', async () => {
  await within((tx) => add.addPermit(tx, connectionId, LIN));
  expect(await within((tx) => listPermitsOfPerson(tx, person(LIN)))).toEqual([
    { edition: 2, seenFrom: ROW_TIME, seenUntil: ROW_TIME, endedBy: null },
  ]);
});

test('ids with one unionid are one customer until somebody says otherwise, and again when that is taken back', async () => {
  const ids = (access: AccessCondition = ALL) =>
    within(async (tx) =>
      (await listCustomerIds(tx, access, person(WANG))).map((each) => [each.personKey, each.isSplit]),
    );
  expect(await ids()).toEqual([]);
  await within(async (tx) => {
    expect(await separateCustomer(tx, person(WANG), BOSS, ROW_TIME)).toBe(false);
    for (const key of [WANG, WANG_TOO]) await add.knowPerson(tx, connectionId, key, { unionid: 'o-one-person' });
  });
  expect(await ids()).toEqual([
    [WANG, false],
    [WANG_TOO, false],
  ]);
  expect(await ids(OF_LIN)).toEqual([[WANG, false]]);

  expect(await within((tx) => separateCustomer(tx, person(WANG_TOO), BOSS, ROW_TIME))).toBe(true);
  expect(await within((tx) => separateCustomer(tx, person(WANG_TOO), BOSS, ROW_TIME))).toBe(false);
  expect(await ids()).toContainEqual([WANG_TOO, true]);
  expect(await within((tx) => joinCustomer(tx, person(WANG_TOO)))).toBe(true);
  expect(await within((tx) => joinCustomer(tx, person(WANG_TOO)))).toBe(false);
  expect(await ids()).toContainEqual([WANG_TOO, false]);
});
