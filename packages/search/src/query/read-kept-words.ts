import type { Words } from './parse-words.ts';

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/**
 * The words of an export as they were kept: `{ words, without }`, or by earlier releases a list of words each of which
 * must be found. Throws a TypeError for anything else.
 */
export function readKeptWords(json: string): Words {
  const kept: unknown = JSON.parse(json);
  if (isTexts(kept)) return { words: kept.map((word) => [word]), without: [] };
  if (typeof kept === 'object' && kept !== null && 'words' in kept && 'without' in kept) {
    const { words, without } = kept;
    if (Array.isArray(words) && words.every(isTexts) && isTexts(without)) return { words, without };
  }
  throw new TypeError('These are no words of an export.');
}
