import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../arbitrary-text.ts';
import { normaliseText } from '../normalise/normalise-text.ts';
import { encodePhrase, encodeTexts, LONGEST_WORD, PIECE } from './encode-text.ts';

const inner = (phrase: string): string => phrase.slice(1, -1);
/** What a phrase search answers: the tokens side by side within one piece. */
const finds = (pieces: readonly string[], phrase: string): boolean =>
  pieces.some((piece) => ` ${piece} `.includes(` ${inner(phrase)} `));

describe('texts as Typesense holds them', () => {
  it('are numbers of normalised code points', () => {
    expect(encodeTexts(['中Ａ -', '發'])).toEqual(['ffx 2p w 19', encodeTexts(['发'])[0]]);
    expect(encodeTexts(['', ' '])).toEqual(['w']);
  });

  it('hold exactly the words that are substrings', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, fc.nat(20), fc.nat(8), (text, other, from, size) => {
        for (const source of [text, other]) {
          const word = [...normaliseText(source)].slice(from % 12, (from % 12) + size + 1).join('');
          if (word === '') continue;
          const isThere = normaliseText(text).includes(word);
          expect(finds(encodeTexts([text]), encodePhrase(word).phrase)).toBe(isThere);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('hold a word of the greatest length over every seam', () => {
    const characters = Array.from({ length: PIECE * 3 + 17 }, (_, at) => String.fromCodePoint(0x4e00 + at));
    const points = Array.from(normaliseText(characters.join('')));
    const pieces = encodeTexts([points.join('')]);
    for (const piece of pieces) expect(piece.split(' ').length).toBeLessThanOrEqual(PIECE);
    for (let at = 0; at + LONGEST_WORD <= points.length; at += 1) {
      const word = points.slice(at, at + LONGEST_WORD).map((one) => (one.codePointAt(0) ?? 0).toString(36));
      if (!finds(pieces, `"${word.join(' ')}"`)) expect.fail(`not found at ${at}`);
    }
  });
});

describe('a phrase', () => {
  it('of a longer word is its beginning, and says so', () => {
    const { phrase, isWhole } = encodePhrase('一'.repeat(LONGEST_WORD + 1));
    expect(inner(phrase).split(' ')).toHaveLength(LONGEST_WORD);
    expect(isWhole).toBe(false);
    expect(encodePhrase('一'.repeat(LONGEST_WORD)).isWhole).toBe(true);
  });

  it('is never empty and never holds a sign of its own', () => {
    expect(() => encodePhrase('')).toThrow(RangeError);
    expect(encodePhrase('" -"*`').phrase).toMatch(/^"[0-9a-z]+( [0-9a-z]+)*"$/);
  });
});
