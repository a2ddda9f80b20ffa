import { expect, it } from 'vitest';
import { collectFaults } from './collect-faults.ts';

it('gives the words of the faults that were named, once, in the page’s language', () => {
  const said = collectFaults('en');
  expect(said.toJson()).toBe('{}');
  for (const fault of ['media.expired', 'media.expired', 'internal'] as const) said.add(fault);
  const words: Record<string, string> = JSON.parse(said.toJson());
  expect(Object.keys(words)).toEqual([
    'faults.media.expired.title',
    'faults.media.expired.cure',
    'faults.internal.title',
    'faults.internal.cure',
  ]);
  expect(words['faults.internal.title']).toMatch(/\w/);
});
