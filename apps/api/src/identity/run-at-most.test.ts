import { expect, it } from 'vitest';
import { runAtMost } from './run-at-most.ts';

it('runs two at a time, lets one wait and refuses a fourth', async () => {
  const run = runAtMost({ running: 2, waiting: 1 });
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => ends.push(resolve));
  const first = run(work);
  const second = run(work);
  const third = run(work);
  await expect(run(work)).rejects.toMatchObject({ fault: 'request.too_many' });
  expect(ends).toHaveLength(2);
  ends[0]?.();
  await first;
  expect(ends).toHaveLength(3);
  ends[1]?.();
  ends[2]?.();
  await Promise.all([second, third]);
});

it('goes on after a work that failed', async () => {
  const run = runAtMost({ running: 1, waiting: 1 });
  await expect(run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await run(async () => 'done')).toBe('done');
});
