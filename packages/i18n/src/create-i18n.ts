import type { Language } from '@highwater/domain';
import { FLAT_WORDS } from './flat-words.ts';
import { makeI18n, type I18n } from './make-i18n.ts';

const made = new Map<Language, I18n>();

/** Words and formatters of one language. Pure; the zone is always given. */
export function createI18n(language: Language): I18n {
  const known = made.get(language);
  if (known !== undefined) return known;
  const i18n = makeI18n(language, FLAT_WORDS[language]);
  made.set(language, i18n);
  return i18n;
}
