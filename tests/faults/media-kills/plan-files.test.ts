import { expect, it } from 'vitest';
import { LARGEST, planFiles } from './plan-files.ts';

it('plans a thousand files of every size, 4 GiB in all, the same for a seed', () => {
  const files = planFiles(1000, 7);
  expect(planFiles(1000, 7)).toEqual(files);
  const sizes = files.map(({ size }) => size);
  const gib = sizes.reduce((sum, size) => sum + size, 0) / 1024 ** 3;
  expect(gib).toBeGreaterThan(3.8);
  expect(gib).toBeLessThan(4.1);
  expect(Math.min(...sizes)).toBe(0);
  expect(Math.max(...sizes)).toBe(LARGEST);
  for (let from = 1; from < LARGEST / 8; from *= 8)
    expect(sizes.filter((size) => size >= from && size < from * 8).length).toBeGreaterThan(40);
});
