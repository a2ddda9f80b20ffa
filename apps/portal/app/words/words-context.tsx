import type { Fault, Language } from '@highwater/domain';
import type { I18n } from '@highwater/i18n/make';
import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import { arrivals, i18nOf } from './page-i18n.ts';
import { SaidFaultsContext } from './said-faults.tsx';

/** Words of the page's language and times in the page's zone. */
export interface Words extends I18n {
  readonly zone: string;
  /** "2026-11-22 14:32"; a dash when unknown. */
  readonly when: (at: number | null | undefined) => string;
}

const WordsContext = createContext<Words | null>(null);

function makeWords(language: Language, zone: string, named: (fault: Fault) => void): Words {
  const i18n = i18nOf(language);
  // Every page draws this, and those that call it by its own name get the words of all faults: bundle/find-words.ts.
  const { fault: say } = i18n;
  return {
    ...i18n,
    fault: (name, detail) => {
      named(name);
      return say(name, detail);
    },
    zone,
    when: (at) => (at === null || at === undefined ? '—' : i18n.formatDateTime(at, zone)),
  };
}

export function WordsProvider({ language, zone, children }: { language: Language; zone: string; children: ReactNode }) {
  const said = useContext(SaidFaultsContext);
  useSyncExternalStore(arrivals.subscribe, arrivals.count, arrivals.count);
  const words = makeWords(language, zone, (fault) => said?.add(fault));
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** Throws outside a `WordsProvider`: a page without a language is a mistake in the code. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('No WordsProvider above');
  return words;
}
