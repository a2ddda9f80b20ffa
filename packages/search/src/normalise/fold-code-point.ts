import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

const SIMPLIFIED = new Map(
  traditionalToSimplified.split('|').map((pair): [string, string] => {
    const [from = '', to = ''] = pair.split(' ');
    return [from, to];
  }),
);

/** The first code point that is folded: everything before is lower-cased only where it is A–Z. */
const FIRST_BEYOND_ASCII = 0x80;

/**
 * One code point lower-cased, every sigma as σ, Traditional as Simplified. Never looks at neighbours, so that a part
 * of a text folds to a part of the folded text.
 */
export function foldCodePoint(codePoint: string): string {
  const code = codePoint.codePointAt(0) ?? 0;
  if (code < FIRST_BEYOND_ASCII) return codePoint.toLowerCase();
  const simplified = SIMPLIFIED.get(codePoint);
  if (simplified !== undefined) return simplified;
  return codePoint === 'ς' ? 'σ' : codePoint.toLowerCase();
}
