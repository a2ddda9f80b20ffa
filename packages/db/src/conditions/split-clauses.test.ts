import type { AccessClause, PersonKey, RoomId } from '@highwater/domain';
import { expect, test } from 'vitest';
import { splitClauses } from './split-clauses.ts';

const [LIN, CHEN, WU, ZHOU] = ['lin', 'chen', 'wmWu', 'wmZhou'] as PersonKey[] as [
  PersonKey,
  PersonKey,
  PersonKey,
  PersonKey,
];
const [HERE, THERE] = ['wrHere', 'wrThere'] as RoomId[] as [RoomId, RoomId];

test.each<[string, AccessClause, AccessClause]>([
  ['customers', { people: [LIN], with: [WU] }, { people: [CHEN], with: [ZHOU] }],
  ['rooms', { people: [LIN], rooms: [HERE] }, { people: [CHEN], rooms: [THERE] }],
  ['kinds', { people: [LIN], kinds: ['text'] }, { people: [CHEN], kinds: ['file'] }],
  ['directions', { people: [LIN], directions: ['inbound'] }, { people: [CHEN], directions: ['outbound'] }],
  ['one that is not narrowed', { rooms: [HERE] }, {}],
])('clauses that differ in %s stay apart, whoever they name', (_field, one, other) => {
  const groups = splitClauses([one, other]).groups;
  expect(groups.map(({ narrowing, people }) => ({ ...narrowing, people: people?.always }))).toEqual(
    [one, other].map((clause) => ({ ...clause, people: clause.people })),
  );
});

test('clauses that are narrowed in the same way are one, with the people of all', () => {
  const { groups } = splitClauses([
    { people: [LIN], rooms: [HERE] },
    { people: [CHEN], rooms: [HERE] },
  ]);
  expect(groups).toMatchObject([{ narrowing: { rooms: [HERE] }, people: { always: [LIN, CHEN] }, periods: [] }]);
});

test('clauses of people and periods alone are no groups, and who is seen always has no period', () => {
  const split = splitClauses([{ people: [LIN] }, { people: [LIN, CHEN], from: 5 }]);
  expect(split).toMatchObject({ always: [LIN], dated: { people: [CHEN], since: [new Date(5)] }, groups: [] });
});

test.each<[string, AccessClause]>([
  ['people', { people: [], rooms: [HERE] }],
  ['customers', { people: [LIN], with: [] }],
  ['rooms', { people: [LIN], rooms: [] }],
  ['kinds', { people: [LIN], kinds: [] }],
  ['directions', { people: [LIN], directions: [] }],
  ['a period', { people: [LIN], from: 5, until: 5 }],
])('a clause with no %s at all is left out', (_field, clause) => {
  expect(splitClauses([clause])).toMatchObject({ always: [], dated: { people: [] }, groups: [] });
});

test('the same list is split once', () => {
  const clauses = [{ people: [LIN] }];
  expect(splitClauses(clauses)).toBe(splitClauses(clauses));
});
