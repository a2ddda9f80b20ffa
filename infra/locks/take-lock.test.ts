import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { takeLock } from './take-lock.ts';

it('is held by one at a time, per purpose, and can be taken again once released', async () => {
  const first = await takeLock('test', tmpdir());
  expect(first).toBeDefined();
  expect(await takeLock('test', tmpdir())).toBeUndefined();
  const other = await takeLock('other-test', tmpdir());
  expect(other).toBeDefined();
  other?.release();
  first?.release();
  const again = await takeLock('test', tmpdir(), 1000);
  expect(again).toBeDefined();
  again?.release();
});
