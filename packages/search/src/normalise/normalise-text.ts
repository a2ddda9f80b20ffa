import { foldCodePoint } from './fold-code-point.ts';

/** Marks that steer direction or have no width: nobody sees them, so nobody types them, and what is pasted has them. */
export const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const SPACES = /[\s\u0085]+/gu;

/**
 * The form in which texts and typed words are compared: NFKC, each code point lower-cased and simplified, runs of
 * white space as one space, lone surrogates as U+FFFD, without invisible marks.
 *
 * Applying it twice changes nothing, and every part of a normalised text is itself normalised: this is what makes
 * exact substring search possible on normalised text.
 */
export function normaliseText(text: string): string {
  return foldText(text).replace(SPACES, ' ');
}

/** All of `normaliseText` but the white space. */
export function foldText(text: string): string {
  let folded = text.toWellFormed().replace(INVISIBLE, '');
  // Folding can make pairs that NFKC composes (J̌ → ǰ) and the table can lead on (薴 → 苧 → 苎), so: until nothing changes.
  for (;;) {
    let next = '';
    for (const codePoint of folded.normalize('NFKC')) next += foldCodePoint(codePoint);
    if (next === folded) return folded;
    folded = next;
  }
}
