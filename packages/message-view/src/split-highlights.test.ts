import { describe, expect, it } from 'vitest';
import { splitHighlights } from './split-highlights.ts';

const marked = (text: string, ...words: string[]) =>
  splitHighlights(text, words).flatMap((piece) => (piece.marked ? [piece.text] : []));

describe('highlights', () => {
  it('mark every place of every word and leave the text unchanged', () => {
    const text = '柑橘3箱,柑橘到了 OK';
    expect(marked(text, '柑橘', 'ok')).toEqual(['柑橘', '柑橘', 'OK']);
    expect(
      splitHighlights(text, ['柑橘', 'ok'])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('match compatibility forms and join what overlaps', () => {
    expect(marked('ＡＢＣ', 'abc')).toEqual(['ＡＢＣ']);
    expect(marked('㈱', '(株)')).toEqual(['㈱']);
    expect(marked('abcd', 'abc', 'bcd')).toEqual(['abcd']);
  });

  it('see through invisible marks and keep pairs whole', () => {
    expect(marked('零\u200b宽', '零宽')).toEqual(['零\u200b宽']);
    expect(marked('a👌🏽b', '👌🏽')).toEqual(['👌🏽']);
  });

  it('fold as they are told', () => {
    const fold = (character: string) => (character === '萬' ? '万' : character);
    expect(splitHighlights('一萬元', ['万'], fold).find((piece) => piece.marked)?.text).toBe('萬');
  });

  it('mark nothing without words', () => {
    expect(splitHighlights('x', [''])).toEqual([{ text: 'x', marked: false }]);
    expect(splitHighlights('', ['x'])).toEqual([{ text: '', marked: false }]);
  });
});
