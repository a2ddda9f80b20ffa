import type { Language } from '@highwater/domain';
import type { I18n } from '@highwater/i18n/make';

const provided = new Map<Language, I18n>();

/** Makes a language's words known: the server has all, a browser only those of its page. */
export function provideI18n(i18n: I18n): void {
  provided.set(i18n.language, i18n);
}

/** The words of a language; in a browser those of the page, whatever is asked. */
export function i18nOf(language: Language): I18n {
  const i18n = provided.get(language) ?? provided.values().next().value;
  if (i18n === undefined) throw new Error('No words were provided');
  return i18n;
}

let arrived = 0;
const listeners = new Set<() => void>();

/** Words arrived for which a place was kept: what is drawn is drawn again with them. */
export function tellArrival(): void {
  arrived += 1;
  for (const listener of listeners) listener();
}

/** How often words arrived that were asked for before, in the form of useSyncExternalStore. */
export const arrivals = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  count: () => arrived,
};
