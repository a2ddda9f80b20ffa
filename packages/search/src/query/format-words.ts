import type { Words } from './parse-words.ts';

const NEEDS_QUOTES = /^[-－"＂“”]|\s|^(?:\||或)$/u;

/** Words as a person would type them: `parseWords` makes the same of it. */
export function formatWords({ words, without }: Words): string {
  return [
    ...words.map((clause) => clause.map(formatWord).join(' OR ')),
    ...without.map((word) => `-${formatWord(word)}`),
  ].join(' ');
}

function formatWord(word: string): string {
  if (!NEEDS_QUOTES.test(word)) return word;
  return word.includes('"') ? `“${word}”` : `"${word}"`;
}
