import { normaliseText } from '../normalise/normalise-text.ts';

/** Whether each of the words (of `splitWords`) is a substring of at least one of the texts. True for no words. */
export function matches(texts: Iterable<string>, words: readonly string[]): boolean {
  const normalised = Array.from(texts, normaliseText);
  return words.every((word) => normalised.some((text) => text.includes(word)));
}
