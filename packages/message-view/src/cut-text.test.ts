import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.ts';

describe('cutting a text', () => {
  it('gives back the whole, with a beginning about as long as was asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 1, max: 300 }), (text, length) => {
        const [head, rest] = cutText(text, length);
        expect(head + rest).toBe(text);
        expect(head.isWellFormed() || !text.isWellFormed()).toBe(true);
        if (text.length <= length) expect(rest).toBe('');
      }),
    );
  });

  it('stands between words, and never within a character or a picture', () => {
    expect(cutText('one two three', 9)).toEqual(['one two ', 'three']);
    expect(cutText('一二三四五', 3)).toEqual(['一二三', '四五']);
    expect(cutText('a𠮷b', 2)).toEqual(['a𠮷', 'b']);
    expect(cutText('ae\u0301b', 2)).toEqual(['ae\u0301', 'b']);
  });
});
