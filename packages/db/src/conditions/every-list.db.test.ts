import type { AccessClause, AccessCondition, MessagePosition, PersonKey, TenantId } from '@highwater/domain';
import { conditionAllows } from '@highwater/permissions';
import { addTenant, createTestDatabase, newId, type TestDatabase } from '@highwater/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listConversations, listLastMessages } from '../conversations/list-conversations.ts';
import { listDialogs } from '../dialogs/list-dialogs.ts';
import { countSeenFrozen, listFrozenMessages } from '../dialogs/list-frozen-messages.ts';
import { countFiles, listWaitingFiles } from '../files/count-files.ts';
import { listFileDays } from '../files/list-file-days.ts';
import { listFiles } from '../files/list-files.ts';
import { findMedia } from '../media/list-media.ts';
import { countHidden } from '../messages/count-hidden.ts';
import { listMessages } from '../messages/list-messages.ts';
import { countMessages } from '../overview/read-overview.ts';
import { countEmployees, listPeople } from '../people/list-people.ts';
import { listRoomsOfPerson } from '../person-record/list-rooms-of-person.ts';
import { findNearestSeen } from '../reading/find-nearest-seen.ts';
import { findSeenConversation } from '../reading/find-seen-conversation.ts';
import { findSharedDay } from '../reading/find-shared-day.ts';
import { listBusyDays, listBusyDaysOfPerson } from '../reading/list-busy-days.ts';
import { listPoints } from '../reading/list-points.ts';
import { listTimelinePoints } from '../reading/list-timeline.ts';
import { listRooms } from '../rooms/list-rooms.ts';
import { listRoomsSeen } from '../rooms/list-rooms-seen.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { clauses } from './testing/arbitrary-clauses.ts';
import {
  CUSTOMERS,
  DAY,
  DAYS,
  EMPLOYEES,
  inOrder,
  makeSmallCompany,
  ROOMS,
  saveSmallCompany,
  type SmallMessage,
  START,
} from './testing/small-company.ts';

const COMPANY = makeSmallCompany();
const { messages, conversations } = COMPANY;
const EVERYBODY = [...EMPLOYEES, ...CUSTOMERS];
const END = START + DAYS * DAY;
const NO_ID = '00000000-0000-0000-0000-000000000000' as SmallMessage['messageId'];
const CALENDAR = Array.from({ length: DAYS }, (_, day) => ({
  day: String(day),
  from: START + day * DAY,
  until: START + (day + 1) * DAY,
}));
/** So many messages of a day a calendar of these days looks at, and one more to know of them. */
const MOST_OF_A_DAY = 100;

let own: TestDatabase;
let tenantId: TenantId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  await within((tx) => saveSmallCompany(tx, COMPANY));
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const sorted = <Value>(values: Iterable<Value>) => [...values].toSorted();
const timesOf = (said: readonly SmallMessage[]) => [said[0]?.sentAt ?? 0, said.at(-1)?.sentAt ?? 0];
const idOf = (place: MessagePosition | undefined) => place?.messageId;

/** What the oracle says of one condition: all messages read, in order. */
function see(any: readonly AccessClause[]) {
  const access: AccessCondition = { kind: 'where', any };
  const seen = messages.filter((message) => conditionAllows(access, message));
  const of = Map.groupBy(seen, ({ conversationId }) => conversationId);
  const ids = new Set(seen.map(({ messageId }) => messageId));
  return {
    access,
    seen,
    of,
    ids,
    isSeen: ({ messageId }: { messageId: SmallMessage['messageId'] }) => ids.has(messageId),
  };
}

/** A list must be what the oracle says, under conditions of which enough let a part of the company through. */
async function agree(
  work: (tx: TenantTx, known: ReturnType<typeof see>, pick: (below: number) => number) => Promise<void>,
  numRuns = 40,
): Promise<void> {
  const sizes = new Set<number>();
  await fc.assert(
    fc.asyncProperty(clauses, fc.nat(), async (any, salt) => {
      const known = see(any);
      sizes.add(known.seen.length);
      await within((tx) => work(tx, known, (below) => salt % below));
    }),
    { numRuns },
  );
  expect(sizes.size).toBeGreaterThan(numRuns / 6);
}

test('the people whom a reader sees, and from when to when, are those of what it sees', () =>
  agree(async (tx, { access, seen }) => {
    const rows = await listPeople(tx, access, { kind: null, text: null, after: null, limit: 100 });
    const expected = sorted(EVERYBODY).flatMap((person) => {
      const theirs = seen.filter(({ people }) => people.includes(person));
      return theirs.length === 0 ? [] : [[person, ...timesOf(theirs)]];
    });
    expect(rows.map(({ personKey, firstAt, lastAt }) => [personKey, firstAt, lastAt])).toEqual(expected);
  }));

test('conversations, their people and times, page by page', () =>
  agree(async (tx, { access, of }, pick) => {
    const person = pick(3) === 0 ? [EVERYBODY[pick(EVERYBODY.length)] ?? ('nobody' as PersonKey)] : null;
    const expected = conversations
      .flatMap(({ conversationId, kind, roomId }) => {
        const said = of.get(conversationId) ?? [];
        const people = sorted(new Set(said.flatMap((message) => message.people)));
        if (said.length === 0 || (person !== null && !person.some((one) => people.includes(one)))) return [];
        const isExternal = isOutside(said);
        const [firstAt, lastAt] = timesOf(said);
        return [{ conversationId, kind, roomId, people, isExternal, firstAt, lastAt: lastAt ?? 0 }];
      })
      .toSorted((one, other) => other.lastAt - one.lastAt || (one.conversationId < other.conversationId ? 1 : -1));
    const found: Awaited<ReturnType<typeof listConversations>>[number][] = [];
    for (;;) {
      const page = await listConversations(tx, access, { kind: null, person, after: found.at(-1) ?? null, limit: 2 });
      found.push(...page);
      if (page.length < 2) break;
    }
    expect(found).toEqual(expected.map((row) => expect.objectContaining(row)));
    const last = await listLastMessages(
      tx,
      access,
      conversations.map(({ conversationId }) => conversationId),
    );
    expect(sorted(last.map(({ sentAt }) => sentAt))).toEqual(
      sorted([...of.values()].map((said) => said.at(-1)?.sentAt)),
    );
  }));

test('rooms, those of a person and those among others', () =>
  agree(async (tx, { access, of, seen }, pick) => {
    const said = conversations.flatMap(({ conversationId, roomId }) =>
      roomId !== null && of.has(conversationId) ? [{ roomId, said: of.get(conversationId) ?? [] }] : [],
    );
    const rows = await listRooms(tx, access, { after: null, limit: 10 });
    expect(rows.map(({ roomId, firstAt, lastAt }) => [roomId, firstAt, lastAt])).toEqual(
      said.map((room) => [room.roomId, ...timesOf(room.said)]),
    );
    const among = await listRoomsSeen(tx, access, ROOMS);
    expect(sorted(among.map(({ roomId, at, isExternal }) => `${roomId} ${at} ${isExternal}`))).toEqual(
      sorted(said.map((room) => `${room.roomId} ${room.said.at(-1)?.sentAt} ${isOutside(room.said)}`)),
    );
    const connectionId = rows[0]?.connectionId ?? newId();
    const personKey = EVERYBODY[pick(EVERYBODY.length)] ?? ('nobody' as PersonKey);
    const theirs = await listRoomsOfPerson(tx, access, { connectionId, personKey }, 10);
    expect(sorted(theirs.map(({ roomId }) => roomId))).toEqual(
      sorted(new Set(seen.flatMap(({ roomId, people }) => (people.includes(personKey) ? (roomId ?? []) : [])))),
    );
  }));

/** Whether outsiders take part. */
const isOutside = (said: readonly SmallMessage[]): boolean =>
  said.some(({ direction }) => direction === 'inbound' || direction === 'outbound');

/** As a calendar tells it: of a day the first hundred are looked at, of what comes later only whether any is seen. */
function busyDays(all: readonly SmallMessage[], isSeen: (message: SmallMessage) => boolean) {
  return CALENDAR.flatMap(({ day, from, until }) => {
    const said = all.filter(({ sentAt }) => sentAt >= from && sentAt < until);
    if (!said.some(isSeen)) return [];
    const looked = said.slice(0, MOST_OF_A_DAY + 1).filter(isSeen).length;
    return [{ day, count: Math.max(1, Math.min(looked, MOST_OF_A_DAY)), isMore: said.length > MOST_OF_A_DAY }];
  });
}

test('busy days of each conversation and of each person', () =>
  agree(async (tx, { access, isSeen }) => {
    for (const { conversationId } of conversations) {
      const said = messages.filter((message) => message.conversationId === conversationId);
      expect(await listBusyDays(tx, access, conversationId, CALENDAR)).toEqual(busyDays(said, isSeen));
    }
    for (const person of EVERYBODY) {
      const theirs = messages.filter(({ people }) => people.includes(person));
      expect(await listBusyDaysOfPerson(tx, access, [person], CALENDAR)).toEqual(busyDays(theirs, isSeen));
    }
  }, 30));

test('the nearest message from anywhere, and what of a conversation is seen or hidden', () =>
  agree(async (tx, { access, of, isSeen, seen }, pick) => {
    for (const { conversationId } of conversations) {
      const all = messages.filter((message) => message.conversationId === conversationId);
      const own = of.get(conversationId) ?? [];
      const from = all[pick(all.length)] ?? { sentAt: START, messageId: NO_ID };
      const before = own.findLast((message) => inOrder(message, from as SmallMessage) < 0);
      const after = own.find(
        (message) => message.messageId !== from.messageId && inOrder(message, from as SmallMessage) > 0,
      );
      expect(idOf(await findNearestSeen(tx, access, conversationId, from, 'older'))).toBe(idOf(before));
      expect(idOf(await findNearestSeen(tx, access, conversationId, from, 'newer'))).toBe(idOf(after));
      const found = await findSeenConversation(tx, access, conversationId);
      expect(found && [found.firstAt, found.lastAt]).toEqual(own.length === 0 ? undefined : timesOf(own));
      const points = await listPoints(tx, access, conversationId, { from, towards: 'newer', limit: 200 });
      expect(points.map(isSeen)).toEqual(points.map((point) => point.isSeen));
      const [first, last] = [all[0], all.at(-1)];
      if (first !== undefined && last !== undefined)
        expect(await countHidden(tx, access, conversationId, first, last)).toBe(all.length - own.length);
    }
    const counts = await countMessages(tx, access, END);
    expect(counts.storedMessages).toBe(seen.length);
    const page = { from: null, towards: 'newer', limit: 1000 } as const;
    expect((await listMessages(tx, access, {}, page)).map(idOf)).toEqual(seen.map(idOf));
  }, 25));

test('the timeline of each person, and days of it that may be passed over', () =>
  agree(async (tx, { access, isSeen, seen }, pick) => {
    for (const person of EVERYBODY) {
      const from = { sentAt: END, messageId: NO_ID };
      const points = await listTimelinePoints(tx, access, [person], { from, towards: 'older', limit: 1000 });
      expect(points.toReversed().map((point) => [point.messageId, point.isSeen])).toEqual(
        messages.filter(({ people }) => people.includes(person)).map((each) => [each.messageId, isSeen(each)]),
      );
      if (access.kind !== 'where') continue;
      const at = START + (pick(DAYS * 4) * DAY) / 4;
      const theirs = seen.filter(({ people }) => people.includes(person));
      const [before, after] = [theirs.findLast((each) => each.sentAt <= at), theirs.find((each) => each.sentAt >= at)];
      const older = await findSharedDay(tx, access.any, [person], at, 'older');
      const newer = await findSharedDay(tx, access.any, [person], at, 'newer');
      if (before !== undefined) expect((older ?? -Infinity) + DAY).toBeGreaterThan(before.sentAt);
      if (after !== undefined) expect(newer ?? Infinity).toBeLessThanOrEqual(after.sentAt);
    }
  }, 25));

test('files, one by one and in numbers', () =>
  agree(async (tx, { access, ids }, pick) => {
    const expected = COMPANY.files.filter(({ messageId }) => ids.has(messageId));
    const filter = { list: null, connectionId: null, mediaKind: null, fault: null, mediaId: null };
    const files = await listFiles(tx, access, filter, { before: null, limit: 1000 });
    expect(sorted(files.map(({ mediaId }) => mediaId))).toEqual(sorted(expected.map(({ mediaId }) => mediaId)));
    const total = (counts: readonly { readonly count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);
    expect(total(await countFiles(tx, access))).toBe(expected.length);
    const [waiting] = await listWaitingFiles(tx, access, END + 10 * DAY);
    expect(waiting?.tooLate ?? 0).toBe(expected.length);
    const days = await listFileDays(tx, access, { before: null, limit: 100 });
    expect(days.reduce((sum, { wanted }) => sum + wanted, 0)).toBe(expected.length);
    const one = COMPANY.files[pick(COMPANY.files.length)];
    if (one !== undefined)
      expect((await findMedia(tx, access, one.mediaId)) !== undefined).toBe(ids.has(one.messageId));
  }, 20));

test('frozen dialogs of which a reader sees something, and how much', () =>
  agree(async (tx, { access, isSeen }) => {
    const listed = await listDialogs(tx, access, { after: null, limit: 100 });
    const expected = COMPANY.dialogs.filter((dialog) => dialog.messages.some(isSeen));
    expect(sorted(listed.map(({ dialogId }) => dialogId))).toEqual(sorted(expected.map(({ dialogId }) => dialogId)));
    for (const row of listed) {
      const own = (expected.find(({ dialogId }) => dialogId === row.dialogId)?.messages ?? []).filter(isSeen);
      expect(await countSeenFrozen(tx, access, row)).toMatchObject({ messages: own.length });
      const read = await listFrozenMessages(tx, access, row.dialogId, { after: null, limit: 100 });
      expect(read.map(idOf)).toEqual(own.map(idOf));
    }
  }));

test('employees are counted whom a condition names, and all of them where it names none', () =>
  agree(async (tx, { access }) => {
    const any = access.kind === 'where' ? access.any : [];
    const named = new Set(any.flatMap(({ people = EMPLOYEES }) => people));
    const seen = EMPLOYEES.filter((employee) => named.has(employee)).length;
    expect(await countEmployees(tx, access)).toEqual({ seen, total: EMPLOYEES.length });
  }, 20));
