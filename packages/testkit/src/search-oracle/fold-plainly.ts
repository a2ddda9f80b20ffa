import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

const TABLE = new Map(traditionalToSimplified.split('|').map((pair) => pair.split(' ') as [string, string]));
const TRADITIONAL = new RegExp([...TABLE.keys()].join('|'), 'gu');
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * What is the same to a person, written the same: width, letter case, script, white space. Made apart from the product's
 * own, of whole-text replacements, so that one mistake is not made twice.
 */
export function foldPlainly(text: string): string {
  let folded = text.replace(UNSEEN, '');
  for (let before = ''; before !== folded;) {
    before = folded;
    folded = folded
      .normalize('NFKC')
      .replace(TRADITIONAL, (character) => TABLE.get(character) ?? character)
      .toLowerCase()
      .replaceAll('ς', 'σ');
  }
  return folded.split(/[\s\u0085]+/u).join(' ');
}

/** A Traditional character for a Simplified one, where there is any. */
export const TRADITIONAL_OF: ReadonlyMap<string, string> = new Map(
  [...TABLE].filter(([from, to]) => from !== to && [...from].length === 1).map(([from, to]) => [to, from]),
);
