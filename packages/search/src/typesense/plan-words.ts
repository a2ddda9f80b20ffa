import { normaliseText } from '../normalise/normalise-text.ts';
import type { SearchQuery } from '@highwater/domain';
import { encodePhrase } from './encode-text.ts';

/** The words of a query as phrases. */
export interface WordPlan {
  /** Every clause holds; a clause holds when one of its phrases does. */
  readonly clauses: readonly (readonly string[])[];
  readonly without: readonly string[];
  /** False when a word is longer than what is looked for: then what is found must be matched again. */
  readonly isExact: boolean;
  /** Something that nothing fulfils was asked. */
  readonly isImpossible: boolean;
}

/** Phrases that find at least what the words find. */
export function planWords({ words, without }: Pick<SearchQuery, 'words' | 'without'>): WordPlan {
  let isExact = true;
  const clauses = new Map<string, readonly string[]>();
  for (const clause of words) {
    // The empty word is in every text.
    if (clause.some((word) => normaliseText(word) === '')) continue;
    const phrases = [...new Set(clause.map(phraseOf))];
    clauses.set(phrases.toSorted().join(), phrases);
  }
  const excluded = new Set<string>();
  let isImpossible = words.some((clause) => clause.length === 0);
  for (const word of without) {
    if (normaliseText(word) === '') isImpossible = true;
    else {
      const { phrase, isWhole } = encodePhrase(word);
      // Without its beginning alone would exclude too much.
      if (isWhole) excluded.add(phrase);
      else isExact = false;
    }
  }
  return { clauses: [...clauses.values()], without: [...excluded], isExact, isImpossible };

  function phraseOf(word: string): string {
    const { phrase, isWhole } = encodePhrase(word);
    if (!isWhole) isExact = false;
    return phrase;
  }
}

/**
 * What is sent as `q`. One phrase at most, for a second one without a match would be left out by the server instead of
 * emptying the answer; `*` stands where nothing is looked for, never an empty text.
 */
export function queryOf(phrase: string | null, without: readonly string[]): string {
  const excluded = without.map((word) => `-${word}`);
  return [...(phrase === null ? [] : [phrase]), ...excluded].join(' ') || '*';
}
