import type { PersonKey } from '@highwater/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinStays, type Stay } from './join-stays.ts';

/** On both sides of 1970: no end is not the same as 0. Of some the end lies before the beginning. */
const end = fc.option(fc.integer({ min: -5, max: 10 }));
const stay: fc.Arbitrary<Stay> = fc.record({
  person: fc.constantFrom('a', 'b', 'c').map((key) => key as PersonKey),
  from: end,
  until: end,
});

test('clauses hold exactly when a stay does, and no two of them have the same period', () => {
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 12 }), (stays) => {
      const clauses = joinStays(stays);
      for (const person of ['a', 'b', 'c'] as PersonKey[]) {
        const own = clauses.filter(({ people = [] }) => people.includes(person));
        for (let at = -6; at < 12; at += 1) {
          const holds = ({ from, until }: { from?: number | null; until?: number | null }) =>
            (from ?? -Infinity) <= at && at < (until ?? Infinity);
          const expected = stays.some((each) => each.person === person && holds(each));
          expect(own.filter(holds)).toHaveLength(expected ? 1 : 0);
        }
      }
      expect(new Set(clauses.map(({ from, until }) => `${from} ${until}`)).size).toBe(clauses.length);
    }),
  );
});

test('a stay without a beginning comes first, wherever it stands', () => {
  const person = 'a' as PersonKey;
  const [first, second, third] = [
    { person, from: null, until: -3 },
    { person, from: -2, until: 0 },
    { person, from: 1, until: null },
  ];
  const clauses = [
    { people: ['a'], until: -3 },
    { people: ['a'], from: -2, until: 0 },
    { people: ['a'], from: 1 },
  ];
  expect(joinStays([third, first, second])).toEqual(clauses);
  expect(joinStays([second, third, first])).toEqual(clauses);
});

test('who moved between two departments of one grant has one period without ends', () => {
  const moved = joinStays([
    { person: 'a' as PersonKey, from: 10, until: null },
    { person: 'a' as PersonKey, from: null, until: 10 },
    { person: 'b' as PersonKey, from: null, until: null },
  ]);
  expect(moved).toEqual([{ people: ['a', 'b'] }]);
});
