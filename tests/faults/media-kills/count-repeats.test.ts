import { expect, it } from 'vitest';
import { countRepeats } from './count-repeats.ts';

const shard = (fileId: string, first: number, at: number) => ({ fileId, first, at });

it('excuses one shard of a file per kill, and no more', () => {
  const first = [shard('a', 0, 1), shard('b', 0, 2)];
  expect(countRepeats(first, [])).toEqual({ answered: 2, repeated: 0, unexplained: 0 });
  expect(countRepeats([...first, shard('a', 0, 3)], [])).toMatchObject({ repeated: 1, unexplained: 1 });
  const after = [shard('a', 0, 5), shard('b', 0, 6), shard('a', 1, 7)];
  expect(countRepeats([...first, ...after], [4])).toEqual({ answered: 5, repeated: 2, unexplained: 0 });
  expect(countRepeats([...first, ...after, shard('a', 1, 8)], [4])).toMatchObject({ repeated: 3, unexplained: 1 });
  expect(countRepeats([...first, ...after, shard('a', 1, 9)], [4, 8])).toMatchObject({ repeated: 3, unexplained: 0 });
});
