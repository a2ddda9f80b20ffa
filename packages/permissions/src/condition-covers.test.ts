import type { AccessClause, AccessCondition, PersonKey } from '@highwater/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionAllows } from './condition-allows.ts';
import { conditionCovers } from './condition-covers.ts';

const people = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }).map((keys) => keys as PersonKey[]);
const end = fc.integer({ min: 0, max: 8 });
const period = fc.record({ from: end, until: end }, { requiredKeys: [] });
const clause: fc.Arbitrary<AccessClause> = fc.tuple(people, period).map(([list, ends]) => ({ people: list, ...ends }));
const condition: fc.Arbitrary<AccessCondition> = fc.oneof(
  fc.constant<AccessCondition>({ kind: 'none' }),
  fc.constant<AccessCondition>({ kind: 'all' }),
  fc.array(clause, { minLength: 1, maxLength: 4 }).map((any): AccessCondition => ({ kind: 'where', any })),
);
const sentAt = fc.integer({ min: -1, max: 9 });

test('what a covered condition lets through, the covering one lets through', () => {
  fc.assert(
    fc.property(condition, condition, people, sentAt, (wide, narrow, present, at) => {
      const message = { people: present, sentAt: at };
      if (conditionCovers(wide, narrow) && conditionAllows(narrow, message)) {
        expect(conditionAllows(wide, message)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a condition covers itself, all covers everything, and a lost employee is noticed', () => {
  fc.assert(
    fc.property(condition, (one) => {
      expect(conditionCovers(one, one)).toBe(true);
    }),
  );
  const two: AccessCondition = { kind: 'where', any: [{ people: ['a', 'b'] as PersonKey[] }] };
  const one: AccessCondition = { kind: 'where', any: [{ people: ['a'] as PersonKey[] }] };
  expect(conditionCovers({ kind: 'all' }, two)).toBe(true);
  expect(conditionCovers(two, one)).toBe(true);
  expect(conditionCovers(one, two)).toBe(false);
  expect(conditionCovers(two, { kind: 'all' })).toBe(false);
});

test('periods that touch cover what lies across them, and those with a gap do not', () => {
  const of = (...any: AccessClause[]): AccessCondition => ({ kind: 'where', any });
  const [a, b] = ['a', 'b'] as PersonKey[];
  if (a === undefined || b === undefined) throw new Error('nobody');
  const across = of({ people: [a], from: 2, until: 8 });
  expect(conditionCovers(of({ people: [a, b], until: 5 }, { people: [a], from: 5 }), across)).toBe(true);
  expect(conditionCovers(of({ people: [a, b], until: 5 }, { people: [a], from: 6 }), across)).toBe(false);
  expect(conditionCovers(of({ people: [a], until: 5 }, { people: [b] }), across)).toBe(false);
  expect(conditionCovers(of({ people: [a] }), across)).toBe(true);
  expect(conditionCovers(across, of({ people: [a] }))).toBe(false);
  expect(conditionCovers(across, of({ people: [a], from: 2 }))).toBe(false);
  expect(conditionCovers(across, of({ people: [b], from: 5, until: 5 }))).toBe(true);
});
