import { expect, it } from 'vitest';
import { createTokenBucket } from './token-bucket.ts';

it('allows a burst, then one more for each part of a minute, per key', () => {
  let now = 0;
  const bucket = createTokenBucket(3, () => now);
  const take = (key: string) => bucket.take(key);
  expect([take('a'), take('a'), take('a'), take('a')]).toEqual([true, true, true, false]);
  expect(take('b')).toBe(true);
  now += 20_000;
  expect([take('a'), take('a')]).toEqual([true, false]);
  now += 600_000;
  expect([take('a'), take('a'), take('a'), take('a')]).toEqual([true, true, true, false]);
});
