import type { AccessClause, AccessCondition, PersonKey, RoomId } from '@highwater/domain';
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

test('of three lists of people two are not enough: who is on both lists is asked for', () => {
  const [one, other] = [
    { people: ['ann', 'ben'].map(key), with: [key('wmX')] },
    { people: ['ben', 'cat'].map(key) },
  ].map((clause): AccessCondition => ({ kind: 'where', any: [clause] })) as [AccessCondition, AccessCondition];
  const both = { kind: 'where', any: [{ people: ['ben'], with: ['wmX'] }] };
  expect(intersectConditions(one, other)).toEqual(both);
  expect(intersectConditions(other, one)).toEqual(both);
});

test.each<[string, AccessClause, AccessClause]>([
  ['rooms', { rooms: ['wrA' as RoomId] }, { rooms: ['wrB' as RoomId] }],
  ['kinds', { kinds: ['text'] }, { kinds: ['file'] }],
  ['directions', { directions: ['inbound'] }, { directions: ['outbound'] }],
])('%s of which none is on both lists let nothing through', (_field, one, other) => {
  const [left, right] = [one, other].map((clause): AccessCondition => ({ kind: 'where', any: [clause] }));
  expect(intersectConditions(left ?? { kind: 'all' }, right ?? { kind: 'all' })).toEqual({ kind: 'none' });
});

test('periods that do not meet let nothing through', () => {
  expect(intersectConditions({ kind: 'where', any: [{ until: 5 }] }, { kind: 'where', any: [{ from: 5 }] })).toEqual({
    kind: 'none',
  });
});
