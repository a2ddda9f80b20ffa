import { describe, expect, it } from 'vitest';
import { findExcerpt } from './find-excerpt.ts';

describe('an excerpt', () => {
  it('is around the first of the words, with all of them marked', () => {
    const text = `${'前文。'.repeat(3000)}单价三百元，合计九千元。${'后文。'.repeat(3000)}`;
    const excerpt = findExcerpt(text, ['九千', '三百']);
    expect(excerpt?.text).toContain('单价三百元，合计九千元');
    expect(excerpt?.text.length).toBeLessThanOrEqual(240);
    expect(excerpt?.ranges.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(['三百', '九千']);
  });

  it('is found wherever the word stands, also where one look ends', () => {
    for (const before of [0, 1, 3380, 3399, 3400, 3998, 3999, 4000, 9000]) {
      const excerpt = findExcerpt(`${'x'.repeat(before)}三百元`, ['三百元']);
      expect(
        excerpt?.ranges.map(({ start, end }) => excerpt.text.slice(start, end)),
        String(before),
      ).toEqual(['三百元']);
    }
  });

  it('folds as the search does and cuts no character in two', () => {
    const excerpt = findExcerpt(`${'😀'.repeat(500)}ＡＢＣ`, ['abc']);
    expect(excerpt?.ranges).toHaveLength(1);
    expect(excerpt?.text.isWellFormed()).toBe(true);
  });

  it('is none where no word stands', () => {
    expect(findExcerpt('合同'.repeat(5000), ['三百'])).toBeUndefined();
    expect(findExcerpt('', ['三百'])).toBeUndefined();
  });
});
