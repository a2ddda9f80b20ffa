import type { AccessCondition, PersonKey } from '@highwater/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionAllows } from './condition-allows.ts';
import { intersectConditions } from './intersect-conditions.ts';
import { clauses, facts } from './testing/arbitrary-rights.ts';

const conditions: fc.Arbitrary<AccessCondition> = fc.oneof(
  fc.constant<AccessCondition>({ kind: 'none' }),
  fc.constant<AccessCondition>({ kind: 'all' }),
  clauses.map((any): AccessCondition => ({ kind: 'where', any })),
);

const key = (name: string) => name as PersonKey;
const of = (...people: string[]): AccessCondition => ({ kind: 'where', any: [{ people: people.map(key) }] });

test('what both let through is never more than either does', () => {
  fc.assert(
    fc.property(conditions, conditions, facts, (one, other, message) => {
      if (!conditionAllows(intersectConditions(one, other), message)) return true;
      return conditionAllows(one, message) && conditionAllows(other, message);
    }),
    { numRuns: 3000 },
  );
});

test('with at most two lists of people in all it lets through exactly what both do', () => {
  const few = clauses.map((any): AccessCondition => ({
    kind: 'where',
    any: any.map(({ with: _left, ...clause }) => clause),
  }));
  fc.assert(
    fc.property(few, few, facts, (one, other, message) => {
      const both = conditionAllows(one, message) && conditionAllows(other, message);
      return conditionAllows(intersectConditions(one, other), message) === both;
    }),
    { numRuns: 3000 },
  );
});

test('a list within another stands for both', () => {
  expect(intersectConditions(of('ann', 'ben'), of('ann'))).toEqual(of('ann'));
  expect(intersectConditions(of('ann'), of('ann'))).toEqual(of('ann'));
  expect(intersectConditions(of('ann'), of('ben'))).toEqual({
    kind: 'where',
    any: [{ people: ['ann'], with: ['ben'] }],
  });
});

test('periods that do not meet let nothing through', () => {
  expect(intersectConditions({ kind: 'where', any: [{ until: 5 }] }, { kind: 'where', any: [{ from: 5 }] })).toEqual({
    kind: 'none',
  });
});
