import { normaliseText } from '../normalise/normalise-text.ts';

/**
 * What the index keeps of a message's texts: every code point as `c:X` and every pair of neighbours as `b:XY`,
 * normalised. Pairs do not cross from one text to the next, nor over a space: no typed word holds one.
 */
export function textTokens(texts: Iterable<string>): Set<string> {
  const tokens = new Set<string>();
  for (const text of texts) {
    let previous = '';
    for (const codePoint of normaliseText(text)) {
      if (codePoint === ' ') {
        previous = '';
        continue;
      }
      tokens.add(`c:${codePoint}`);
      if (previous !== '') tokens.add(`b:${previous}${codePoint}`);
      previous = codePoint;
    }
  }
  return tokens;
}
