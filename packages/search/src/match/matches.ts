import { normaliseText } from '../normalise/normalise-text.ts';

/** Those of the words (of `parseWords`) that are a substring of none of the texts. */
export function missingWords(texts: Iterable<string>, words: readonly string[]): string[] {
  const normalised = Array.from(texts, normaliseText);
  return words.filter((word) => !normalised.some((text) => text.includes(word)));
}

/** Whether each of the words (of `parseWords`) is a substring of at least one of the texts. True for no words. */
export function matches(texts: Iterable<string>, words: readonly string[]): boolean {
  return missingWords(texts, words).length === 0;
}
