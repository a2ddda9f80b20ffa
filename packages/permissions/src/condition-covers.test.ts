import type { AccessCondition, PersonKey } from '@highwater/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionAllows } from './condition-allows.ts';
import { conditionCovers } from './condition-covers.ts';

const people = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }).map((keys) => keys as PersonKey[]);
const condition: fc.Arbitrary<AccessCondition> = fc.oneof(
  fc.constant<AccessCondition>({ kind: 'none' }),
  fc.constant<AccessCondition>({ kind: 'all' }),
  fc
    .array(people, { minLength: 1, maxLength: 3 })
    .map((lists): AccessCondition => ({ kind: 'where', any: lists.map((list) => ({ people: list })) })),
);

test('what a covered condition lets through, the covering one lets through', () => {
  fc.assert(
    fc.property(condition, condition, people, (wide, narrow, present) => {
      if (conditionCovers(wide, narrow) && conditionAllows(narrow, { people: present })) {
        expect(conditionAllows(wide, { people: present })).toBe(true);
      }
    }),
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
