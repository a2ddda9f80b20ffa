import { normaliseText } from '../normalise/normalise-text.ts';

/** Code points of a piece. Typesense counts places within a value in 16 bits and compares repeats in quadratic time. */
export const PIECE = 4096;
/** The longest word that is surely found wherever it stands; of longer ones only so many code points are looked for. */
export const LONGEST_WORD = 256;
const OVERLAP = LONGEST_WORD - 1;

/**
 * Texts as Typesense holds them: normalised, each code point as its number in base 36, in pieces that overlap. Every
 * token is of 0–9 and a–z, so that nothing is folded, dropped or read as an operator. A word never crosses two texts.
 */
export function encodeTexts(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const tokens = tokensOf(normaliseText(text));
    const pieces: string[] = [];
    for (let start = 0; start < tokens.length; start += PIECE - OVERLAP) {
      pieces.push(tokens.slice(start, start + PIECE).join(' '));
      if (start + PIECE >= tokens.length) break;
    }
    return pieces;
  });
}

/**
 * A word as a phrase in quotes: always both, for without them the tokens would be looked for in any order, and an
 * empty phrase is left out by the server, which then answers everything. Throws a RangeError for an empty word.
 */
export function encodePhrase(word: string): { readonly phrase: string; readonly isWhole: boolean } {
  const tokens = tokensOf(normaliseText(word));
  if (tokens.length === 0) throw new RangeError('An empty word is no phrase.');
  return { phrase: `"${tokens.slice(0, LONGEST_WORD).join(' ')}"`, isWhole: tokens.length <= LONGEST_WORD };
}

function tokensOf(normalised: string): string[] {
  return Array.from(normalised, (codePoint) => (codePoint.codePointAt(0) ?? 0).toString(36));
}
