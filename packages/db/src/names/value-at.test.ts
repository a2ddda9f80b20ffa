import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueAt, type SeenValue } from './value-at.ts';

const NAMES: readonly SeenValue[] = [
  { value: '王丽', seenFrom: 100 },
  { value: '王丽（休假）', seenFrom: 200 },
];

test('between two looks the earlier value counts, until the look that found another', () => {
  expect([100, 199, 200, 201].map((at) => valueAt(NAMES, at))).toEqual([
    '王丽',
    '王丽',
    '王丽（休假）',
    '王丽（休假）',
  ]);
});

test('before the first look it is the first value: nobody knew an earlier one', () => {
  expect(valueAt(NAMES, 0)).toBe('王丽');
  expect(valueAt([], 0)).toBeNull();
});

test('at any time it is a value whose look came last by then', () => {
  const looks = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(looks, fc.integer({ min: -5, max: 60 }), (times, at) => {
      const sorted = times.toSorted((one, other) => one - other);
      const values = sorted.map((seenFrom) => ({ value: `named at ${seenFrom}`, seenFrom }));
      const by = sorted.filter((time) => time <= at);
      expect(valueAt(values, at)).toBe(`named at ${by.length === 0 ? sorted[0] : Math.max(...by)}`);
    }),
  );
});
