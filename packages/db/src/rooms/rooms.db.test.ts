import type { AccessCondition, ConnectionId, ConversationId, PersonKey, RoomId, TenantId } from '@highwater/domain';
import {
  addConnection,
  addMessages,
  addTenant,
  createTestDatabase,
  newId,
  ROW_TIME,
  type TestDatabase,
} from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { saveConversations } from '../conversations/save-conversations.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { findRoom, listRoomHistory } from './find-room.ts';
import { countRoomMembers, listRoomMembers } from './list-room-members.ts';
import { listRooms } from './list-rooms.ts';
import { saveRooms } from './save-rooms.ts';

const LIN = 'linxiaoyu' as PersonKey;
const CHEN = 'chen.min' as PersonKey;
const CUSTOMER = 'wmTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2R' as PersonKey;
const LATE = 'wmTESTaAAAlate000000000000000001' as PersonKey;
const ROOM = 'wrTESTroom' as RoomId;
const EMPTY = 'wrTESTempty' as RoomId;
const ALL: AccessCondition = { kind: 'all' };
const LIN_ONLY: AccessCondition = { kind: 'where', any: [{ people: [LIN] }] };
const DAY = 86_400_000;
const at = (days: number) => ROW_TIME + days * DAY;

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  await within(async (tx) => {
    connectionId = await addConnection(tx);
    await addRoom(tx, ROOM, [LIN, CHEN, CUSTOMER], 10);
    await addRoom(tx, EMPTY, [CHEN], 10);
    await tx.query(
      `UPDATE hw.rooms SET state = 'complete', room_kind = 'customer', name = '现在的群名', owner = 'chen.min', notice = '新公告',
         member_count = 4, looked_at = $3, next_look_at = $4 WHERE tenant_id = $1 AND room_id = $2`,
      [tenantId, ROOM, new Date(at(9)), new Date(at(12))],
    );
    for (const [attribute, value, from, until, ended] of CHANGES) {
      await tx.query(`INSERT INTO hw.intervals VALUES ($1, $2, 'room', $3, $4, $5, $6, $7, $8)`, [
        tenantId,
        connectionId,
        ROOM,
        attribute,
        value,
        new Date(at(from)),
        new Date(at(until)),
        ended === null ? null : new Date(at(ended)),
      ]);
    }
    for (const [person, from, ended, joined] of MEMBERS) {
      await tx.query(
        `INSERT INTO hw.room_members (tenant_id, connection_id, room_id, person_key, seen_from, seen_until, ended_by, joined_at,
           nickname, is_admin) VALUES ($1, $2, $3, $4, $5, $5, $6, $7, '群昵称', $8)`,
        [
          tenantId,
          connectionId,
          ROOM,
          person,
          new Date(at(from)),
          ended === null ? null : new Date(at(ended)),
          joined === null ? null : new Date(at(joined)),
          person === CHEN,
        ],
      );
    }
  });
});
afterAll(() => own.drop());

/** Attribute, value, seen from, seen until, ended by; in days after the first message. Lin sees days 0 to 2. */
const CHANGES = [
  ['name', '最早的群名', 1, 3, 4],
  ['name', '现在的群名', 4, 9, null],
  ['notice', '旧公告', 1, 3, 4],
  ['notice', '新公告', 4, 9, null],
  ['owner', 'chen.min', 5, 9, null],
] as const;
/** Person, seen from, ended by, joined. */
const MEMBERS = [
  [CHEN, 1, null, -3],
  [CUSTOMER, 1, null, null],
  [LIN, 1, 4, -2],
  [LATE, 6, 8, null],
] as const;

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const room = () => ({ connectionId, roomId: ROOM });

/** The first of the people is there from day 0 to 2, the others to the last day. */
async function addRoom(tx: TenantTx, roomId: RoomId, people: readonly PersonKey[], days: number): Promise<void> {
  const conversationId = newId<ConversationId>();
  const seen = { isExternal: true, firstAt: at(0), lastAt: at(days) };
  await saveConversations(tx, connectionId, [{ conversationId, kind: 'room', roomId, people, ...seen }]);
  await saveRooms(tx, connectionId, [{ roomId, conversationId, ...seen }]);
  await addMessages(tx, connectionId, [
    { conversationId, roomId, people, sentAt: at(0) },
    { conversationId, roomId, people, sentAt: at(2) },
    { conversationId, roomId, people: [...people.slice(1), LATE], sentAt: at(days) },
  ]);
}

test('rooms are found by state, by name, by an earlier name and by a part of their id', async () => {
  const find = (filter: object, access: AccessCondition = ALL) =>
    within(async (tx) =>
      (await listRooms(tx, access, { after: null, limit: 10, ...filter })).map(({ roomId }) => roomId),
    );
  expect(await find({})).toEqual([EMPTY, ROOM]);
  expect(await find({ state: 'complete' })).toEqual([ROOM]);
  expect(await find({ state: 'pending', kind: 'external' })).toEqual([EMPTY]);
  expect(await find({ kind: 'internal' })).toEqual([]);
  const known = (kind: string) =>
    within((tx) => tx.query('UPDATE hw.rooms SET room_kind = $1 WHERE room_id = $2', [kind, ROOM]));
  expect(await find({ kind: 'external' })).toEqual([EMPTY]);
  expect(await find({ kind: 'customer' })).toEqual([ROOM]);
  await known('internal');
  expect(await find({ kind: 'internal' })).toEqual([ROOM]);
  await known('customer');
  expect(await find({ text: '现在' })).toEqual([ROOM]);
  expect(await find({ text: '最早' })).toEqual([ROOM]);
  expect(await find({ text: '公告' })).toEqual([]);
  expect(await find({ text: 'TESTEMPTY' })).toEqual([EMPTY]);
  expect(await find({ text: '最早' }, LIN_ONLY)).toEqual([ROOM]);
});

test('a room says how it stands, whose it is, and when it is looked at', async () => {
  const found = await within((tx) => findRoom(tx, ALL, connectionId, ROOM));
  expect(found).toMatchObject({
    state: 'complete',
    roomKind: 'customer',
    memberCount: 4,
    owner: CHEN,
    notice: '新公告',
    lookedAt: at(9),
    nextLookAt: at(12),
  });
  expect(await within((tx) => findRoom(tx, { kind: 'none' }, connectionId, ROOM))).toBeUndefined();
});

test('a reader who sees one stretch of a room is told of what was true then, and no more', async () => {
  expect(await within((tx) => findRoom(tx, LIN_ONLY, connectionId, ROOM))).toMatchObject({
    firstAt: at(0),
    lastAt: at(2),
    notice: null,
    memberCount: null,
    // No earlier owner was ever seen.
    owner: CHEN,
  });
  const history = (access: AccessCondition) =>
    within(async (tx) => (await listRoomHistory(tx, access, room(), 10)).map(({ value }) => value));
  expect(await history(ALL)).toEqual(['chen.min', '现在的群名', '新公告', '最早的群名', '旧公告']);
  expect(await history(LIN_ONLY)).toEqual(['chen.min', '最早的群名', '旧公告']);
  expect(await within((tx) => findRoom(tx, LIN_ONLY, connectionId, EMPTY))).toBeUndefined();
});

test('members are there since they joined, or left between two looks', async () => {
  const list = (left: boolean, access: AccessCondition = ALL) =>
    within((tx) => listRoomMembers(tx, access, room(), { left, after: null, limit: 10 }));
  expect(await list(false)).toMatchObject([
    { personKey: CHEN, since: at(-3), joinedAt: at(-3), isAdmin: true, endedBy: null },
    { personKey: CUSTOMER, since: at(1), joinedAt: null },
  ]);
  expect(await list(true)).toMatchObject([
    { personKey: LATE, seenFrom: at(6), endedBy: at(8) },
    { personKey: LIN, since: at(-2), seenUntil: at(1), endedBy: at(4) },
  ]);
  expect((await list(true, LIN_ONLY)).map(({ personKey }) => personKey)).toEqual([LIN]);
  expect(await within((tx) => countRoomMembers(tx, ALL, room()))).toEqual({ present: 2, left: 2 });
  expect(await within((tx) => countRoomMembers(tx, LIN_ONLY, room()))).toEqual({ present: 2, left: 1 });
});

test.each([false, true])('pages of members repeat and skip nobody (left: %s)', async (left) => {
  const page = (after: Parameters<typeof listRoomMembers>[3]['after'], limit: number) =>
    within((tx) => listRoomMembers(tx, ALL, room(), { left, after, limit }));
  const [first] = await page(null, 1);
  if (first === undefined) throw new Error('there is nobody');
  const place = { at: left ? (first.endedBy ?? 0) : first.since, personKey: first.personKey };
  expect([first, ...(await page(place, 10))]).toEqual(await page(null, 10));
});
