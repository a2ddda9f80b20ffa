import type {
  AccessCondition,
  ConversationId,
  MessageId,
  MessagePosition,
  PersonKey,
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
import { saveConversations } from '../conversations/save-conversations.ts';
import { updateMessages } from '../messages/update-messages.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { findNearestSeen } from './find-nearest-seen.ts';
import { findSeenConversation } from './find-seen-conversation.ts';
import { listBusyDays, listBusyDaysOfPerson } from './list-busy-days.ts';
import { listPoints } from './list-points.ts';
import { listPredecessors, listTimelinePoints } from './list-timeline.ts';

const LIN = 'linxiaoyu' as PersonKey;
const CHEN = 'chen.min' as PersonKey;
const WANG = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6H' as PersonKey;
const WANG_TOO = 'wmTESTaAAAZz9Zz9Zz9Zz9Zz9Zz9Zz' as PersonKey;
const ALL: AccessCondition = { kind: 'all' };
const NONE: AccessCondition = { kind: 'none' };
const LIN_ONLY: AccessCondition = { kind: 'where', any: [{ people: [LIN] }] };
const DAY = 86_400_000;
const NO_ID = '00000000-0000-0000-0000-000000000000' as MessageId;
const BEGINNING = { sentAt: 0, messageId: NO_ID };
const END = { sentAt: ROW_TIME + 1000 * DAY, messageId: NO_ID };
const CONVERSATION = newId<ConversationId>();
const OTHER = newId<ConversationId>();
/** Three at every instant of ten days; Lin takes part at the first instant of days 2, 3 and 8, in the middle of three. */
const SEEN_DAYS = [2, 3, 8];
const MESSAGES = Array.from({ length: 10 * 4 * 3 }, (_, index) => {
  const [day, instant, third] = [Math.floor(index / 12), Math.floor(index / 3) % 4, index % 3];
  const isLins = SEEN_DAYS.includes(day) && instant === 0 && third === 1;
  return {
    messageId: newId<MessageId>(),
    sentAt: ROW_TIME + day * DAY + instant * 60_000,
    people: isLins ? [LIN, WANG] : [CHEN, WANG],
    conversationId: CONVERSATION,
  };
});
/** A second conversation of the same customer under another id, at the same instants. */
const ELSEWHERE = [0, 1].map((day) => ({
  messageId: newId<MessageId>(),
  sentAt: ROW_TIME + day * DAY,
  people: [CHEN, WANG_TOO, WANG],
  conversationId: OTHER,
}));
const inOrder = (one: MessagePosition, other: MessagePosition) =>
  one.sentAt - other.sentAt || (one.messageId < other.messageId ? -1 : 1);
const OLDEST_FIRST = MESSAGES.toSorted(inOrder);
const LINS = OLDEST_FIRST.filter(({ people }) => people.includes(LIN));

let own: TestDatabase;
let tenantId: TenantId;
let stranger: TenantId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  stranger = await addTenant(own.database);
  await within(async (tx) => {
    const connectionId = await addConnection(tx);
    await addMessages(tx, connectionId, [...MESSAGES, ...ELSEWHERE]);
    const times = { firstAt: ROW_TIME, lastAt: ROW_TIME + 10 * DAY };
    const people = [CHEN, LIN, WANG];
    await saveConversations(tx, connectionId, [
      { conversationId: CONVERSATION, kind: 'group', roomId: null, people, isExternal: true, ...times },
    ]);
  });
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const idsOf = (rows: readonly MessagePosition[]) => rows.map(({ messageId }) => messageId);

describe('points of a conversation', () => {
  test.each(['older', 'newer'] as const)(
    'come one after the other towards the %s, those of one instant too',
    async (towards) => {
      const read: MessagePosition[] = [];
      let from: MessagePosition = towards === 'older' ? END : BEGINNING;
      for (;;) {
        const points = await within((tx) => listPoints(tx, LIN_ONLY, CONVERSATION, { from, towards, limit: 7 }));
        read.push(...points);
        const last = points.at(-1);
        if (last === undefined) break;
        from = last;
      }
      const expected = idsOf(OLDEST_FIRST);
      expect(idsOf(read)).toEqual(towards === 'older' ? expected.toReversed() : expected);
    },
  );

  test('say which of them a reader may see', async () => {
    const seenBy = async (access: AccessCondition) => {
      const page = { from: BEGINNING, towards: 'newer', limit: 500 } as const;
      const points = await within((tx) => listPoints(tx, access, CONVERSATION, page));
      return idsOf(points.filter(({ isSeen }) => isSeen));
    };
    expect(await seenBy(LIN_ONLY)).toEqual(idsOf(LINS));
    expect(await seenBy(ALL)).toEqual(idsOf(OLDEST_FIRST));
    expect(await seenBy(NONE)).toEqual([]);
  });
});

describe('the nearest message that a reader may see', () => {
  const nearest = async (access: AccessCondition, from: MessagePosition, towards: 'older' | 'newer') =>
    (await within((tx) => findNearestSeen(tx, access, CONVERSATION, from, towards)))?.messageId;

  test('is found from every place and in both directions', async () => {
    for (const access of [LIN_ONLY, ALL]) {
      const seen = access === ALL ? OLDEST_FIRST : LINS;
      for (const from of [BEGINNING, ...OLDEST_FIRST.filter((_, index) => index % 5 === 0), ...LINS, END]) {
        const [older, newer] = [
          seen.findLast((message) => inOrder(message, from) < 0),
          seen.find((message) => inOrder(message, from) > 0 && message.messageId !== from.messageId),
        ];
        expect(await nearest(access, from, 'older')).toBe(older?.messageId);
        expect(await nearest(access, from, 'newer')).toBe(newer?.messageId);
      }
    }
    expect(await nearest(NONE, END, 'older')).toBeUndefined();
  });

  test('keeps to the times of a grant', async () => {
    const until = ROW_TIME + 4 * DAY;
    const access: AccessCondition = { kind: 'where', any: [{ people: [LIN], from: ROW_TIME + 3 * DAY, until }] };
    expect(await nearest(access, { ...END, sentAt: until }, 'older')).toBe(LINS[1]?.messageId);
  });

  test('is nothing for another company', async () => {
    const found = await inTenant(own.database, stranger, (tx) => findNearestSeen(tx, ALL, CONVERSATION, END, 'older'));
    expect(found).toBeUndefined();
  });

  test('follows a message that a new parser put at another time', async () => {
    const sentAt = ROW_TIME + 20 * DAY;
    const [first] = LINS;
    if (first === undefined) throw new Error('Lin said nothing');
    const found = await within(async (tx) => {
      const { rows } = await tx.query<Parameters<typeof updateMessages>[1][number]>(
        `SELECT message_id AS "messageId", msgid, kind, sent_at_known AS "sentAtKnown", sender, room_id AS "roomId",
           conversation_id AS "conversationId", direction, pre_msgid AS "preMsgid", parser_version AS "parserVersion",
           unknown_type AS "unknownType" FROM hw.messages WHERE message_id = $1`,
        [first.messageId],
      );
      await updateMessages(
        tx,
        rows.map((row) => ({ ...row, sentAt })),
      );
      const moved = await findNearestSeen(tx, LIN_ONLY, CONVERSATION, END, 'older');
      await updateMessages(
        tx,
        rows.map((row) => ({ ...row, sentAt: first.sentAt })),
      );
      return moved;
    });
    expect(found).toEqual({ messageId: first.messageId, sentAt });
  });
});

describe('one conversation', () => {
  test('is told to a narrowed reader by what it may see', async () => {
    const whole = await within((tx) => findSeenConversation(tx, ALL, CONVERSATION));
    expect(whole).toMatchObject({ people: [CHEN, LIN, WANG], firstAt: ROW_TIME, lastAt: ROW_TIME + 10 * DAY });
    const seen = await within((tx) => findSeenConversation(tx, LIN_ONLY, CONVERSATION));
    expect(seen).toMatchObject({
      people: [LIN, WANG],
      firstAt: ROW_TIME + 2 * DAY,
      lastAt: ROW_TIME + 8 * DAY,
      isExternal: false,
    });
    expect(await within((tx) => findSeenConversation(tx, NONE, CONVERSATION))).toBeUndefined();
    const nobodys: AccessCondition = { kind: 'where', any: [{ people: ['nobody' as PersonKey] }] };
    expect(await within((tx) => findSeenConversation(tx, nobodys, CONVERSATION))).toBeUndefined();
  });
});

describe('busy days', () => {
  const days = Array.from({ length: 12 }, (_, day) => {
    const from = ROW_TIME + (day - 1) * DAY;
    return { day: `day ${day - 1}`, from, until: from + DAY };
  });

  test('are those on which a reader may see something, with how many', async () => {
    const all = await within((tx) => listBusyDays(tx, ALL, CONVERSATION, days));
    expect(all).toEqual(days.slice(1, 11).map(({ day }) => ({ day, count: 12, isMore: false })));
    const some = await within((tx) => listBusyDays(tx, LIN_ONLY, CONVERSATION, days));
    expect(some).toEqual(SEEN_DAYS.map((day) => ({ day: `day ${day}`, count: 1, isMore: false })));
    expect(await within((tx) => listBusyDays(tx, NONE, CONVERSATION, days))).toEqual([]);
  });

  test('are counted up to a limit, and never tell of a day without a seen message', async () => {
    const [conversationId, from] = [newId<ConversationId>(), ROW_TIME + 100 * DAY];
    const many = Array.from({ length: 260 }, (_, index) => ({
      sentAt: from + index * 1000,
      people: [CHEN, ...(index === 255 ? [LIN] : [])],
      conversationId,
    }));
    const nextDay = many.map((message) => ({ ...message, sentAt: message.sentAt + DAY, people: [CHEN] }));
    await within(async (tx) => addMessages(tx, await addConnection(tx), [...many, ...nextDay]));
    const asked = [
      { day: 'first', from, until: from + DAY },
      { day: 'second', from: from + DAY, until: from + 2 * DAY },
    ];
    expect(await within((tx) => listBusyDays(tx, ALL, conversationId, asked))).toEqual([
      { day: 'first', count: 100, isMore: true },
      { day: 'second', count: 100, isMore: true },
    ]);
    const late = [{ day: 'first', count: 1, isMore: true }];
    expect(await within((tx) => listBusyDays(tx, LIN_ONLY, conversationId, asked))).toEqual(late);
    expect(await within((tx) => listBusyDaysOfPerson(tx, LIN_ONLY, [CHEN], asked))).toEqual(late);
    const year = Array.from({ length: 400 }, (_, day) => ({
      day: `${day}`,
      from: from + day * DAY,
      until: from + (day + 1) * DAY,
    }));
    expect(await within((tx) => listBusyDays(tx, ALL, conversationId, year))).toEqual([
      { day: '0', count: 25, isMore: true },
      { day: '1', count: 25, isMore: true },
    ]);
    expect(await within((tx) => listBusyDays(tx, LIN_ONLY, conversationId, year))).toEqual([{ ...late[0], day: '0' }]);
  });

  test('of a customer take in every conversation, each message once', async () => {
    const asked = days.slice(1, 4);
    expect(await within((tx) => listBusyDaysOfPerson(tx, ALL, [WANG, WANG_TOO], asked))).toEqual([
      { day: 'day 0', count: 13, isMore: false },
      { day: 'day 1', count: 13, isMore: false },
      { day: 'day 2', count: 12, isMore: false },
    ]);
    expect(await within((tx) => listBusyDaysOfPerson(tx, LIN_ONLY, [WANG, WANG_TOO], asked))).toEqual([
      { day: 'day 2', count: 1, isMore: false },
    ]);
  });
});

describe('the timeline of a customer', () => {
  test('has every message of every id once, in one order', async () => {
    const expected = idsOf([...MESSAGES, ...ELSEWHERE].toSorted(inOrder));
    const read: MessagePosition[] = [];
    let from: MessagePosition = BEGINNING;
    for (;;) {
      const page = { from, towards: 'newer', limit: 11 } as const;
      const points = await within((tx) => listTimelinePoints(tx, ALL, [WANG, WANG_TOO], page));
      read.push(...points);
      const last = points.at(-1);
      if (last === undefined) break;
      from = last;
    }
    expect(idsOf(read)).toEqual(expected);
  });

  test('knows what stood before each message in its own conversation', async () => {
    const before = await within((tx) => listPredecessors(tx, [...OLDEST_FIRST.slice(0, 4), ...ELSEWHERE]));
    const [first, second, , fourth] = OLDEST_FIRST;
    expect(before.has(first?.messageId ?? NO_ID)).toBe(false);
    expect(before.get(second?.messageId ?? NO_ID)).toBe(ROW_TIME);
    expect(before.get(fourth?.messageId ?? NO_ID)).toBe(ROW_TIME);
    expect(before.get(ELSEWHERE[1]?.messageId ?? NO_ID)).toBe(ROW_TIME);
  });
});
