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
