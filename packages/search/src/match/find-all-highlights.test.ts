import { expect, it } from 'vitest';
import { findAllHighlights } from './find-all-highlights.ts';

it.each([
  ['苹果和橙子', ['橙子', '苹果'], ['苹果', '橙子']],
  ['我要苹果手机', ['苹果手机', '果手'], ['苹果手机']],
  ['东方明珠塔', ['东方明', '明珠塔'], ['东方明珠塔']],
  ['谢谢', ['谢'], ['谢', '谢']],
  ['东方', [], []],
])('marks in %j for %j: %j', (text, words, parts) => {
  expect(findAllHighlights(text, words).map(({ start, end }) => text.slice(start, end))).toEqual(parts);
});
