import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../arbitrary-text.ts';
import { normaliseText } from '../normalise/normalise-text.ts';
import { findHighlights } from './find-highlights.ts';

describe('findHighlights', () => {
  it.each([
    ['我家在上海東邊', '东边', ['東邊']],
    ['Ａbc aBC', 'abc', ['Ａbc', 'aBC']],
    ['5㎏ and 5kg', 'kg', ['㎏', 'kg']],
    ['5㎏', 'k', ['㎏']],
    ['哈哈哈哈哈', '哈哈', ['哈哈', '哈哈']],
    ['a   \n b', 'a b', ['a   \n b']],
    ['cafe\u0301!', 'é', ['e\u0301']],
    ['😀😀𠮷', '𠮷', ['𠮷']],
    ['㏂', 'a.', ['㏂']],
    ['㎏㎏', 'gk', ['㎏㎏']],
    ['ｶﾞ', 'ガ', ['ｶﾞ']],
    ['nothing', '好', []],
    ['anything', '', []],
  ])('in %j marks for %j: %j', (text, word, parts) => {
    expect(findHighlights(text, word).map(({ start, end }) => text.slice(start, end))).toEqual(parts);
  });

  it('marks once what several finds share', () => {
    expect(findHighlights('\ufdfa', 'ل')).toEqual([{ start: 0, end: 1 }]);
  });

  it('marks parts that hold the word, in order, without overlaps, whenever the text does', () => {
    fc.assert(
      fc.property(arbitraryText, fc.nat(30), fc.integer({ min: 1, max: 30 }), (text, from, size) => {
        const word = [...normaliseText(text)].slice(from, from + size).join('');
        fc.pre(word !== '');
        const highlights = findHighlights(text, word);
        expect(highlights.length).toBeGreaterThan(0);
        let behind = 0;
        for (const { start, end } of highlights) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(normaliseText(text.slice(start, end))).toContain(word);
          behind = end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('takes time in proportion to the text: a million characters within the limit of a test', () => {
    const text = '我們在上海東邊見面，'.repeat(100_000);
    expect(findHighlights(text, '东边')).toHaveLength(100_000);
  });

  it('marks nothing in texts without the word', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (text, word) => {
        fc.pre(normaliseText(word) !== '' && !normaliseText(text).includes(normaliseText(word)));
        expect(findHighlights(text, word)).toEqual([]);
      }),
    );
  });
});
