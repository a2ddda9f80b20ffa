import type { Field, Stored } from './collection.ts';

export interface Query {
  readonly kind: 'everything' | 'phrases' | 'tokens' | 'exclusions';
  readonly holds: (document: Stored) => boolean;
}

interface Term {
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
  readonly tokens: readonly string[];
}

/**
 * A query as the server reads it, with what makes it treacherous: several phrases are no AND. One without a match is
 * left out, and so is an empty result between; a query of which nothing is left, and an empty one, find everything.
 * Words on their own are looked for in any order. Beside an exclusion a phrase without a match is taken to be left out
 * as well: this was not seen, and is the worst that could be.
 */
export function parseQuery(q: string, fields: readonly Field[], candidates: readonly Stored[]): Query {
  const terms = readTerms(q, fields);
  const excluded = terms.filter(({ isExcluded }) => isExcluded);
  const isExcluded = (document: Stored): boolean => excluded.some((term) => holds(document, term, fields));
  const phrases = terms.filter((term) => term.isPhrase && !term.isExcluded);
  const words = terms.filter((term) => !term.isPhrase && !term.isExcluded && term.tokens.length > 0);
  if (q.trim() === '*') return { kind: 'everything', holds: () => true };
  if (phrases.some(({ tokens }) => tokens.length === 0)) return { kind: 'phrases', holds: () => false };
  if (phrases.length > 0) {
    let kept = new Set<Stored>();
    let hasMatch = false;
    for (const phrase of phrases) {
      const found = candidates.filter((document) => holds(document, phrase, fields));
      if (found.length === 0) continue;
      hasMatch = true;
      kept = kept.size === 0 ? new Set(found) : new Set(found.filter((document) => kept.has(document)));
    }
    const isLeftOut = !hasMatch && excluded.length > 0;
    return { kind: 'phrases', holds: (document) => (isLeftOut || kept.has(document)) && !isExcluded(document) };
  }
  if (words.length > 0) {
    const all = (document: Stored): boolean => words.every((word) => holds(document, word, fields));
    return { kind: 'tokens', holds: (document) => all(document) && !isExcluded(document) };
  }
  return { kind: 'exclusions', holds: (document) => !isExcluded(document) };
}

function readTerms(q: string, fields: readonly Field[]): Term[] {
  const isChinese = fields.some(({ locale }) => locale === 'zh');
  return Array.from(q.matchAll(/(-)?"([^"]*)"|(-)?([^\s"]+)/g), ([, minus, phrase, dash, word = '']) => ({
    isPhrase: phrase !== undefined,
    isExcluded: (minus ?? dash) !== undefined,
    tokens: tokensOf(phrase ?? word, isChinese),
  }));
}

/** A field for Chinese is only told apart where recordings of other things need it: by substring. */
function tokensOf(text: string, isChinese: boolean): string[] {
  const pattern = isChinese ? /[\s，。]+/u : /\s+/u;
  return text
    .toLowerCase()
    .split(pattern)
    .filter((token) => token !== '');
}

function holds(document: Stored, { isPhrase, tokens }: Term, fields: readonly Field[]): boolean {
  return fields.some((field) => {
    const value = document[field.name];
    const texts = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
    if (field.locale === 'zh') return texts.some((text) => tokens.every((token) => text.toLowerCase().includes(token)));
    return texts.some((text) => {
      const own = tokensOf(text, false);
      if (!isPhrase) return tokens.every((token) => own.includes(token));
      // A phrase never crosses two values of an array.
      return ` ${own.join(' ')} `.includes(` ${tokens.join(' ')} `);
    });
  });
}
