import type {
  AccessCondition,
  ConversationId,
  MessageId,
  MessagePosition,
  PersonKey,
  RoomId,
  TenantId,
} from '@highwater/domain';
import {
  addConnection,
  addMessages,
  addTenant,
  createTestDatabase,
  newId,
  ROW_TIME,
  type TestDatabase,
} from '@highwater/testkit';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { countHidden } from './count-hidden.ts';
import { findMessage } from './find-message.ts';
import { listMessages } from './list-messages.ts';

const LIN = 'linxiaoyu' as PersonKey;
const CHEN = 'chen.min' as PersonKey;
const ALL: AccessCondition = { kind: 'all' };
const LIN_ONLY: AccessCondition = { kind: 'where', any: [{ people: [LIN] }] };
const EVERYTHING = {};
const ROOM = 'wrTESTdAAAUo3Iy7Tr5Ew1Qa9Sd2Fg' as RoomId;
const CONVERSATION = newId<ConversationId>();
/** 60 messages at 12 instants; every third is Lin's, every tenth an image, the first half in a room. */
const MESSAGES = Array.from({ length: 60 }, (_, index) => ({
  messageId: newId<MessageId>(),
  sentAt: ROW_TIME + (index % 12) * 1000,
  people: index % 3 === 0 ? [LIN, CHEN] : [CHEN],
  kind: index % 10 === 0 ? ('image' as const) : ('text' as const),
  roomId: index < 30 ? ROOM : null,
  conversationId: CONVERSATION,
}));
const NEWEST_FIRST = MESSAGES.toSorted((one, other) =>
  one.sentAt === other.sentAt ? (one.messageId < other.messageId ? 1 : -1) : other.sentAt - one.sentAt,
);

let own: TestDatabase;
let tenantId: TenantId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  await read(async (tx) => addMessages(tx, await addConnection(tx), MESSAGES));
});
afterAll(() => own.drop());

const read = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const idsOf = (rows: readonly { messageId: MessageId }[]) => rows.map(({ messageId }) => messageId);

async function readAll(access: AccessCondition, towards: 'older' | 'newer', limit: number): Promise<MessageId[]> {
  const seen: MessagePosition[] = [];
  for (;;) {
    const from = seen.at(-1) ?? null;
    const page = await read((tx) => listMessages(tx, access, EVERYTHING, { from, towards, limit }));
    seen.push(...page);
    if (page.length < limit) return idsOf(seen);
  }
}

describe('pages of messages', () => {
  test.each([1, 2, 4, 5, 7, 60, 100])('of %i never repeat or skip one, equal times included', async (limit) => {
    expect(await readAll(ALL, 'older', limit)).toEqual(idsOf(NEWEST_FIRST));
    expect(await readAll(ALL, 'newer', limit)).toEqual(idsOf(NEWEST_FIRST).toReversed());
  });

  test('hold what the reader may see, and no more', async () => {
    const theirs = NEWEST_FIRST.filter(({ people }) => people.includes(LIN));
    expect(await readAll(LIN_ONLY, 'older', 7)).toEqual(idsOf(theirs));
    expect(await readAll({ kind: 'none' }, 'older', 7)).toEqual([]);
  });

  test('go on when a message arrives between two of them', async () => {
    const before = await read((tx) => listMessages(tx, ALL, EVERYTHING, { from: null, towards: 'older', limit: 10 }));
    const arrived = newId<MessageId>();
    const rolledBack = new Error('taken back');
    const after = read(async (tx) => {
      await addMessages(tx, await addConnection(tx), [{ messageId: arrived, sentAt: ROW_TIME + 60_000 }]);
      const next = await listMessages(tx, ALL, EVERYTHING, {
        from: before.at(-1) ?? null,
        towards: 'older',
        limit: 100,
      });
      expect(idsOf([...before, ...next])).toEqual(idsOf(NEWEST_FIRST));
      throw rolledBack;
    });
    await expect(after).rejects.toBe(rolledBack);
  });

  test.each([
    ['a room', { roomId: ROOM }, (one: (typeof MESSAGES)[number]) => one.roomId === ROOM],
    ['kinds', { kinds: ['image', 'voice'] as const }, (one: (typeof MESSAGES)[number]) => one.kind === 'image'],
    [
      'all of several people',
      { people: [[LIN], [CHEN]] },
      (one: (typeof MESSAGES)[number]) => one.people.includes(LIN),
    ],
    ['a conversation that is not there', { conversationId: newId<ConversationId>() }, () => false],
    [
      'a period, its end excluded',
      { from: ROW_TIME + 2000, until: ROW_TIME + 4000 },
      (one: (typeof MESSAGES)[number]) => one.sentAt === ROW_TIME + 2000 || one.sentAt === ROW_TIME + 3000,
    ],
  ])('hold the messages of %s', async (_name, filter, matches) => {
    const rows = await read((tx) =>
      listMessages(tx, ALL, { ...EVERYTHING, ...filter }, { from: null, towards: 'older', limit: 100 }),
    );
    expect(idsOf(rows)).toEqual(idsOf(NEWEST_FIRST.filter(matches)));
  });
});

describe('one message', () => {
  test('is found by who may see it, and missing for others', async () => {
    const [theirs, hidden] = [MESSAGES[0], MESSAGES[1]];
    const find = (access: AccessCondition, id = newId<MessageId>()) => read((tx) => findMessage(tx, access, id));
    expect(await find(LIN_ONLY, theirs?.messageId)).toMatchObject({ messageId: theirs?.messageId, sentAt: ROW_TIME });
    expect(await find(LIN_ONLY, hidden?.messageId)).toBeUndefined();
    expect(await find(ALL, hidden?.messageId)).toMatchObject({ messageId: hidden?.messageId });
    expect(await find(ALL)).toBeUndefined();
  });
});

describe('the number of hidden messages', () => {
  const between = (access: AccessCondition, first: number, last: number, conversationId = CONVERSATION) => {
    const [from, to] = [NEWEST_FIRST[last], NEWEST_FIRST[first]];
    if (from === undefined || to === undefined) throw new Error('no such place');
    return read((tx) => countHidden(tx, access, conversationId, from, to));
  };

  test('counts what lies between two places, both included', async () => {
    const hidden = NEWEST_FIRST.slice(5, 41).filter(({ people }) => !people.includes(LIN));
    expect(await between(LIN_ONLY, 5, 40)).toBe(hidden.length);
    expect(await between({ kind: 'none' }, 5, 40)).toBe(36);
    expect(await between({ kind: 'none' }, 7, 7)).toBe(1);
  });

  test('is none for who may see everything, and in another conversation', async () => {
    expect(await between(ALL, 5, 40)).toBe(0);
    expect(await between({ kind: 'none' }, 5, 40, newId<ConversationId>())).toBe(0);
  });
});
