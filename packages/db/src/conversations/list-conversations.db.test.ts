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
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { listRooms, type RoomRow } from '../rooms/list-rooms.ts';
import { saveRooms } from '../rooms/save-rooms.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import {
  listConversations,
  listConversationsByIds,
  listLastMessages,
  type ConversationRow,
} from './list-conversations.ts';
import { saveConversations, type SeenConversation } from './save-conversations.ts';

const LIN = 'linxiaoyu' as PersonKey;
const CHEN = 'chen.min' as PersonKey;
/** Seen in a conversation of Lin's only after Lin had left it. */
const ZHAO = 'zhaokai' as PersonKey;
const ALL: AccessCondition = { kind: 'all' };
const LIN_ONLY: AccessCondition = { kind: 'where', any: [{ people: [LIN] }] };
const FIRST = { kind: null, person: null, after: null, limit: 100 };
/** 12 conversations, three at a time with the same last instant; every second is Lin's, every third is a room. */
const SEEN: readonly SeenConversation[] = Array.from({ length: 12 }, (_, index) => ({
  conversationId: newId<ConversationId>(),
  kind: index % 3 === 0 ? 'room' : 'pair',
  roomId: index % 3 === 0 ? (`wrTEST${String(index).padStart(2, '0')}` as RoomId) : null,
  people: index === 0 ? [LIN, CHEN, ZHAO] : index % 2 === 0 ? [LIN, CHEN] : [CHEN],
  isExternal: false,
  firstAt: ROW_TIME,
  lastAt: ROW_TIME + Math.floor(index / 3) * 1000,
}));
const LATEST_FIRST = SEEN.toSorted((one, other) =>
  one.lastAt === other.lastAt ? (one.conversationId < other.conversationId ? 1 : -1) : other.lastAt - one.lastAt,
);

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  connectionId = await within((tx) => addConnection(tx));
  const rooms = SEEN.flatMap(({ roomId, ...seen }) => (roomId === null ? [] : [{ ...seen, roomId }]));
  await within(async (tx) => {
    await saveConversations(tx, connectionId, SEEN);
    await saveRooms(tx, connectionId, rooms);
    await saveRooms(tx, await addConnection(tx), rooms);
    await addMessages(
      tx,
      connectionId,
      SEEN.flatMap(({ conversationId, people }, index) => [
        { msgid: `first ${index}`, conversationId, people: people.filter((key) => key !== ZHAO), sentAt: ROW_TIME },
        {
          msgid: `middle ${index}`,
          conversationId,
          people: index === 0 ? [CHEN, ZHAO] : [CHEN],
          sentAt: ROW_TIME + 500,
        },
        { msgid: `last ${index}`, conversationId, people: [CHEN], sentAt: ROW_TIME + 1000 },
      ]),
    );
  });
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const idsOf = (rows: readonly { conversationId: ConversationId }[]) => rows.map(({ conversationId }) => conversationId);

describe('conversations', () => {
  test.each([1, 2, 5, 12])('in pages of %i never repeat or skip one, equal times included', async (limit) => {
    const paged: ConversationRow[] = [];
    for (;;) {
      const page = await within((tx) => listConversations(tx, ALL, { ...FIRST, after: paged.at(-1) ?? null, limit }));
      paged.push(...page);
      if (page.length < limit) break;
    }
    expect(idsOf(paged)).toEqual(idsOf(LATEST_FIRST));
  });

  test('are those with a message that the reader may see', async () => {
    const asked = (access: AccessCondition) => within(async (tx) => idsOf(await listConversations(tx, access, FIRST)));
    const lins = idsOf(SEEN.filter(({ people }) => people.includes(LIN)));
    expect((await asked(LIN_ONLY)).toSorted()).toEqual(lins.toSorted());
    expect(await asked({ kind: 'none' })).toEqual([]);
  });

  test('tell a narrowed reader nothing of people and times of messages that it may not see', async () => {
    const asked = (access: AccessCondition, person: PersonKey | null) =>
      within((tx) => listConversations(tx, access, { ...FIRST, person: person && [person] }));
    expect(idsOf(await asked(ALL, ZHAO))).toEqual(idsOf(SEEN.slice(0, 1)));
    expect(await asked(LIN_ONLY, ZHAO)).toEqual([]);
    const rows = await asked(LIN_ONLY, null);
    expect(new Set(rows.flatMap(({ people }) => people))).toEqual(new Set([LIN, CHEN]));
    expect(new Set(rows.map(({ lastAt }) => lastAt))).toEqual(new Set([ROW_TIME]));
  });

  test('are chosen by kind and person', async () => {
    const rows = await within((tx) => listConversations(tx, ALL, { ...FIRST, kind: 'room', person: [LIN] }));
    expect(idsOf(rows)).toEqual(
      idsOf(LATEST_FIRST.filter(({ kind, people }) => kind === 'room' && people.includes(LIN))),
    );
  });

  test('are shown by the newest message that the reader may see', async () => {
    const ids = idsOf(SEEN.slice(0, 2));
    const last = async (access: AccessCondition) =>
      (await within((tx) => listLastMessages(tx, access, ids))).map(({ msgid }) => msgid).toSorted();
    expect(await last(ALL)).toEqual(['last 0', 'last 1']);
    expect(await last(LIN_ONLY)).toEqual(['first 0']);
  });

  test('only widen when they are seen again, and twice changes nothing', async () => {
    const conversationId = newId<ConversationId>();
    const base = { conversationId, kind: 'group' as const, roomId: null, isExternal: false };
    const elsewhere = await addTenant(own.database);
    const [row] = await inTenant(own.database, elsewhere, async (tx) => {
      await saveConversations(tx, connectionId, [{ ...base, people: [LIN], firstAt: ROW_TIME, lastAt: ROW_TIME }]);
      const wider = { ...base, people: [CHEN], isExternal: true, firstAt: ROW_TIME - 1, lastAt: ROW_TIME - 1 };
      await saveConversations(tx, connectionId, [wider]);
      await saveConversations(tx, connectionId, [wider]);
      await saveConversations(tx, connectionId, [{ ...base, people: [], firstAt: ROW_TIME, lastAt: ROW_TIME + 1 }]);
      return listConversationsByIds(tx, ALL, [conversationId]);
    });
    expect(row).toMatchObject({ people: [CHEN, LIN], isExternal: true, firstAt: ROW_TIME - 1, lastAt: ROW_TIME + 1 });
  });
});

describe('rooms', () => {
  test.each([1, 2, 3])(
    'in pages of %i never repeat or skip one, though two connections know the same room',
    async (limit) => {
      const paged: RoomRow[] = [];
      for (;;) {
        const page = await within((tx) => listRooms(tx, ALL, { after: paged.at(-1) ?? null, limit }));
        paged.push(...page);
        if (page.length < limit) break;
      }
      expect(paged).toEqual(await within((tx) => listRooms(tx, ALL, { after: null, limit: 100 })));
      expect(paged).toHaveLength(8);
    },
  );

  test('are those with a message that the reader may see', async () => {
    const rows = await within((tx) => listRooms(tx, LIN_ONLY, { after: null, limit: 100 }));
    expect(new Set(rows.map(({ roomId }) => roomId))).toEqual(new Set(['wrTEST00', 'wrTEST06']));
    expect(await within((tx) => listRooms(tx, { kind: 'none' }, { after: null, limit: 100 }))).toEqual([]);
  });
});
