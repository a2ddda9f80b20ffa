import type { ConnectionId, MessageId, TenantId } from '@highwater/domain';
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
import { listRecalls } from './list-recalls.ts';

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  connectionId = await within((tx) => addConnection(tx));
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);

/** Says when each msgid counts as taken back, after the recalls `[named msgid, seconds]` arrived. */
async function recalledAfter(
  msgids: readonly string[],
  recalls: readonly (readonly [string, number])[],
  of: ConnectionId = connectionId,
): Promise<readonly (number | undefined)[]> {
  return within(async (tx) => {
    const ids: readonly MessageId[] = await addMessages(
      tx,
      connectionId,
      msgids.map((msgid) => ({ msgid })),
    );
    await addMessages(
      tx,
      of,
      recalls.map(([preMsgid, seconds]) => ({
        kind: 'revoke',
        msgid: `recall of ${preMsgid} ${seconds}`,
        preMsgid,
        sentAt: ROW_TIME + seconds * 1000,
      })),
    );
    const asked = msgids.map((msgid, index) => ({ messageId: ids[index] ?? newId<MessageId>(), connectionId, msgid }));
    const found = await listRecalls(tx, asked);
    return asked.map(({ messageId }) => {
      const at = found.get(messageId);
      return at === undefined ? undefined : (at - ROW_TIME) / 1000;
    });
  });
}

test('a recall takes back the message whose msgid it names, and no other', async () => {
  expect(await recalledAfter(['1_17_external', '2_17_external'], [['1_17_external', 9]])).toEqual([9, undefined]);
});

test.each(['_external', '_updown_stream'])('a recall may leave out the suffix %s', async (suffix) => {
  expect(await recalledAfter([`1_17${suffix}`], [['1_17', 9]])).toEqual([9]);
});

test('a recall of exactly another message leaves the one with the suffix alone', async () => {
  expect(await recalledAfter(['1_17', '1_17_external'], [['1_17', 9]])).toEqual([9, undefined]);
});

test('a suffix that is none of the known ones is part of the msgid', async () => {
  expect(
    await recalledAfter(
      ['1_17_strange', '_external_1'],
      [
        ['1_17', 9],
        ['_1', 9],
      ],
    ),
  ).toEqual([undefined, undefined]);
});

test('the earliest recall counts, whichever way it names the message and whenever it came', async () => {
  expect(
    await recalledAfter(
      ['1_17_external'],
      [
        ['1_17_external', 9],
        ['1_17_external', 4],
        ['1_17', 6],
      ],
    ),
  ).toEqual([4]);
  expect(
    await recalledAfter(
      ['2_17_external'],
      [
        ['2_17_external', 9],
        ['2_17', 6],
      ],
    ),
  ).toEqual([6]);
});

test('messages without msgid are not taken back by recalls without one', async () => {
  expect(await recalledAfter([''], [['', 9]])).toEqual([undefined]);
});

test('a recall of another connection means another message', async () => {
  const other = await within((tx) => addConnection(tx));
  expect(await recalledAfter(['1_17_external'], [['1_17_external', 9]], other)).toEqual([undefined]);
});
