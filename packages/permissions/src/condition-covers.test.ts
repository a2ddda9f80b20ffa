import type { AccessClause, AccessCondition, PersonKey, RoomId } from '@highwater/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionAllows } from './condition-allows.ts';
import { conditionCovers } from './condition-covers.ts';
import { clauses, facts } from './testing/arbitrary-rights.ts';

const condition: fc.Arbitrary<AccessCondition> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<AccessCondition>({ kind: 'none' }) },
  { weight: 1, arbitrary: fc.constant<AccessCondition>({ kind: 'all' }) },
  { weight: 20, arbitrary: clauses.map((any): AccessCondition => ({ kind: 'where', any })) },
);
const of = (...any: AccessClause[]): AccessCondition => ({ kind: 'where', any });
const ANN = 'ann' as PersonKey;
const BEN = 'ben' as PersonKey;
const CUSTOMER = 'wmX' as PersonKey;
const ROOM = 'wrA' as RoomId;
const OTHER_ROOM = 'wrB' as RoomId;

/** A wide condition, and one of a part of each of its clauses: what covers is drawn often enough. */
const pairs = fc.oneof(
  fc.tuple(condition, condition),
  fc
    .tuple(clauses, clauses)
    .map(([any, more]): [AccessCondition, AccessCondition] => [
      of(...any, ...more),
      of(...any.map((clause) => ({ ...clause, ...more[0] }))),
    ]),
);

test('what a covered condition lets through, the covering one lets through', () => {
  let covered = 0;
  fc.assert(
    fc.property(pairs, fc.array(facts, { minLength: 20, maxLength: 20 }), ([wide, narrow], messages) => {
      if (!conditionCovers(wide, narrow)) return;
      covered += 1;
      for (const message of messages) {
        if (conditionAllows(narrow, message)) expect(conditionAllows(wide, message)).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
  expect(covered).toBeGreaterThan(100);
});

test('a condition covers itself, all covers everything, and none nothing that lets something through', () => {
  fc.assert(
    fc.property(condition, facts, (one, message) => {
      expect(conditionCovers(one, one)).toBe(true);
      expect(conditionCovers({ kind: 'all' }, one)).toBe(true);
      if (conditionAllows(one, message)) expect(conditionCovers({ kind: 'none' }, one)).toBe(false);
    }),
  );
});

test('a lost employee is noticed', () => {
  const [two, one] = [of({ people: [ANN, BEN] }), of({ people: [ANN] })];
  expect(conditionCovers(two, one)).toBe(true);
  expect(conditionCovers(one, two)).toBe(false);
  expect(conditionCovers(two, { kind: 'all' })).toBe(false);
  expect(conditionCovers(of({}), { kind: 'all' })).toBe(true);
});

test('periods that touch cover what lies across them, and those with a gap do not', () => {
  const across = of({ people: [ANN], from: 2, until: 8 });
  expect(conditionCovers(of({ people: [ANN, BEN], until: 5 }, { people: [ANN], from: 5 }), across)).toBe(true);
  expect(conditionCovers(of({ people: [ANN, BEN], until: 5 }, { people: [ANN], from: 6 }), across)).toBe(false);
  expect(conditionCovers(of({ people: [ANN], until: 5 }, { people: [BEN] }), across)).toBe(false);
  expect(conditionCovers(of({ people: [ANN] }), across)).toBe(true);
  expect(conditionCovers(across, of({ people: [ANN] }))).toBe(false);
  expect(conditionCovers(across, of({ people: [ANN], from: 2 }))).toBe(false);
  expect(conditionCovers(across, of({ people: [BEN], from: 5, until: 5 }))).toBe(true);
});

test.each<[string, AccessClause]>([
  ['a customer', { with: [CUSTOMER] }],
  ['a room', { rooms: [ROOM] }],
  ['a kind', { kinds: ['text'] }],
  ['a direction', { directions: ['inbound'] }],
  ['a beginning', { from: 5 }],
])('without %s narrower than with it', (_name, narrowing) => {
  const [wide, narrow] = [of({ people: [ANN] }), of({ people: [ANN], ...narrowing })];
  expect(conditionCovers(wide, narrow)).toBe(true);
  expect(conditionCovers(narrow, wide)).toBe(false);
});

test('clauses cover together what none of them covers alone', () => {
  const both = of({ people: [ANN, BEN], rooms: [ROOM, OTHER_ROOM], from: 0, until: 9 });
  const parts = [
    { people: [ANN], rooms: [ROOM, OTHER_ROOM], until: 9 },
    { people: [BEN], rooms: [ROOM] },
    { rooms: [OTHER_ROOM], until: 5 },
    { rooms: [OTHER_ROOM], people: [BEN], from: 5 },
  ];
  expect(conditionCovers(of(...parts), both)).toBe(true);
  for (const left of parts) expect(conditionCovers(of(...parts.filter((part) => part !== left)), both)).toBe(false);
});

test('more combinations than are looked at are covered by a clause that holds for all of them, and by nothing else', () => {
  const many = <Id extends string>(name: string) => Array.from({ length: 300 }, (_, at) => `${name}${at}` as Id);
  const clause = { people: many<PersonKey>('p'), with: many<PersonKey>('w'), rooms: many<RoomId>('wr') };
  const [some, others] = [clause.rooms.slice(0, 150), clause.rooms.slice(150)];
  expect(conditionCovers(of({ ...clause, from: 0 }, clause), of(clause))).toBe(true);
  expect(conditionCovers(of({ ...clause, people: [...clause.people, ANN] }), of(clause))).toBe(true);
  expect(conditionCovers(of({ ...clause, rooms: some }), of(clause))).toBe(false);
  expect(conditionCovers(of({ rooms: some }, { rooms: others }), of(clause))).toBe(false);
});
