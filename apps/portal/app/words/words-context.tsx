import type { Language } from '@highwater/domain';
import type { I18n } from '@highwater/i18n/make';
import { createContext, useContext, type ReactNode } from 'react';
import { i18nOf } from './page-i18n.ts';

/** Words of the page's language and times in the page's zone. */
export interface Words extends I18n {
  readonly zone: string;
  /** "2026-11-22 14:32"; a dash when unknown. */
  readonly when: (at: number | null | undefined) => string;
}

const WordsContext = createContext<Words | null>(null);

export function makeWords(language: Language, zone: string): Words {
  const i18n = i18nOf(language);
  return {
    ...i18n,
    zone,
    when: (at) => (at === null || at === undefined ? '—' : i18n.formatDateTime(at, zone)),
  };
}

export function WordsProvider({ language, zone, children }: { language: Language; zone: string; children: ReactNode }) {
  return <WordsContext.Provider value={makeWords(language, zone)}>{children}</WordsContext.Provider>;
}

/** Throws outside a `WordsProvider`: a page without a language is a mistake in the code. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('No WordsProvider above');
  return words;
}
