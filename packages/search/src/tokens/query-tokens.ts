import { normaliseText } from '../normalise/normalise-text.ts';

/**
 * Tokens that every text holding `word` has: its pairs, or its one code point. Necessary, not sufficient: pairs may
 * stand apart in a text, so what is found must be read again with `matches`. Empty for an empty word.
 */
export function queryTokens(word: string): string[] {
  const codePoints = [...normaliseText(word)];
  const [only] = codePoints;
  if (only !== undefined && codePoints.length === 1) return only === ' ' ? [] : [`c:${only}`];
  const tokens = new Set<string>();
  codePoints.forEach((codePoint, at) => {
    const previous = codePoints[at - 1];
    if (codePoint === ' ' || previous === undefined) return;
    if (previous !== ' ') tokens.add(`b:${previous}${codePoint}`);
  });
  // Single code points beside spaces have no pair.
  codePoints.forEach((codePoint, at) => {
    const isAlone = (codePoints[at - 1] ?? ' ') === ' ' && (codePoints[at + 1] ?? ' ') === ' ';
    if (codePoint !== ' ' && isAlone) tokens.add(`c:${codePoint}`);
  });
  return [...tokens];
}
