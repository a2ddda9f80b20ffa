import { expect, it } from 'vitest';
import { createFailpoint } from './failpoints.ts';

function deathsAfter(
  spec: string | undefined,
  hits: readonly Parameters<ReturnType<typeof createFailpoint>>[0][],
): number[] {
  const deaths: number[] = [];
  let at = 0;
  const failpoint = createFailpoint(spec, () => deaths.push(at));
  for (const name of hits) {
    at += 1;
    failpoint(name);
  }
  return deaths;
}

it('dies at the named hit of the named place, once', () => {
  const hits = ['pull.fetched', 'open.read', 'pull.fetched', 'pull.fetched', 'pull.fetched'] as const;
  expect(deathsAfter('pull.fetched@3', hits)).toEqual([4]);
  expect(deathsAfter('open.read, pull.fetched@2', hits)).toEqual([2, 3]);
  expect(deathsAfter(undefined, hits)).toEqual([]);
});

it.each(['nowhere', 'pull.fetched@0', 'pull.fetched@x', 'pull.fetched@1@2'])('refuses %s', (spec) => {
  expect(() => createFailpoint(spec)).toThrow(RangeError);
});
