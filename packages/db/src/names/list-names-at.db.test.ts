import type { ConnectionId, PersonKey, RoomId, TenantId } from '@highwater/domain';
import { addConnection, addTenant, createTestDatabase, ROW_TIME, type TestDatabase } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { addInterval } from '../person-record/testing/add-facts.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { listNamesAt, listRoomNamesAt } from './list-names-at.ts';

const LIN = 'linxiaoyu' as PersonKey;
const CHEN = 'chen.min' as PersonKey;
const ROOM = 'wrTESTdAAAUo3Iy7Tr5Ew1Qa9Sd2Fg' as RoomId;
const DAY_MS = 86_400_000;

let own: TestDatabase;
let tenantId: TenantId;
let one: ConnectionId;
let other: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  await within(async (tx) => {
    one = await addConnection(tx);
    other = await addConnection(tx);
    const name = { subject: 'person', key: LIN } as const;
    await addInterval(tx, one, name, '林小雨', [ROW_TIME, ROW_TIME + DAY_MS, ROW_TIME + 2 * DAY_MS]);
    await addInterval(tx, one, name, '林雨', [ROW_TIME + 2 * DAY_MS, ROW_TIME + 3 * DAY_MS]);
    await addInterval(tx, one, { ...name, attribute: 'alias' }, '小雨', [ROW_TIME, ROW_TIME]);
    await addInterval(tx, other, name, '别家的林小雨', [ROW_TIME, ROW_TIME]);
    await addInterval(tx, one, { subject: 'room', key: ROOM }, '水果群', [ROW_TIME, ROW_TIME]);
  });
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);

test('people are named as they were called at each time, in the order asked', async () => {
  const at = (days: number, personKey = LIN, connectionId = one) => ({
    connectionId,
    personKey,
    at: ROW_TIME + days * DAY_MS,
  });
  const asked = [at(9), at(-1), at(1.5), at(0), at(2), at(0, CHEN), at(1, LIN, other)];
  expect(await within((tx) => listNamesAt(tx, asked))).toEqual([
    '林雨',
    '林小雨',
    '林小雨',
    '林小雨',
    '林雨',
    null,
    '别家的林小雨',
  ]);
  expect(await within((tx) => listNamesAt(tx, []))).toEqual([]);
});

test('a room is named apart from people', async () => {
  const asked = [{ connectionId: one, roomId: ROOM, at: ROW_TIME }];
  expect(await within((tx) => listRoomNamesAt(tx, asked))).toEqual(['水果群']);
});

test('a page of many messages asks once, and about each person once', async () => {
  const statements: (readonly unknown[])[] = [];
  await within((tx) =>
    listNamesAt(
      {
        ...tx,
        query: (text, values = []) => {
          statements.push(values);
          return tx.query(text, values);
        },
      },
      Array.from({ length: 1000 }, (_, at) => ({ connectionId: one, personKey: LIN, at })),
    ),
  );
  expect(statements).toEqual([[tenantId, [one], [LIN], 'person']]);
});
