import type { AccessClause, PersonKey, RoomId } from '@highwater/domain';
import { expect, test } from 'vitest';
import { openSql, partClauses } from './open-clauses.ts';
import { SqlValues } from './sql-values.ts';

const LIN = 'lin' as PersonKey;
const HERE = 'wrHere' as RoomId;
const OF_LIN: AccessClause = { people: [LIN], kinds: ['text'] };
const WITH_LIN: AccessClause = { with: [LIN] };
const OF_ROOM: AccessClause = { rooms: [HERE] };

test('clauses that name somebody and those that name nobody are told apart', () => {
  expect(partClauses([OF_ROOM, OF_LIN, {}, WITH_LIN])).toEqual({ named: [OF_LIN, WITH_LIN], open: [OF_ROOM, {}] });
});

test('a list of which all name somebody stays the same object, and is parted once', () => {
  const clauses = [OF_LIN, WITH_LIN];
  expect(partClauses(clauses)).toEqual({ named: clauses, open: [] });
  expect(partClauses(clauses).named).toBe(clauses);
  expect(partClauses(clauses)).toBe(partClauses(clauses));
});

test('the room of a conversation is looked at first where every clause names rooms', () => {
  const values = new SqlValues();
  expect(openSql([OF_ROOM], 'm', values, 'c.room_id')).toMatch(/^c\.room_id = ANY/);
  expect(openSql([OF_ROOM, {}], 'm', values, 'c.room_id')).not.toContain('c.room_id');
  expect(openSql([OF_ROOM], 'm', values)).not.toContain('c.room_id');
  expect(values.all).toContainEqual([HERE]);
});
