import type { Language } from '@highwater/domain';
import { makeI18n, type I18n } from './make-i18n.ts';
import { words as en } from './words/en/index.ts';
import { words as zhCN } from './words/zh-CN/index.ts';

const WORDS = { 'zh-CN': zhCN, en };
const made = new Map<Language, I18n>();

/** Words and formatters of one language. Pure; the zone is always given. */
export function createI18n(language: Language): I18n {
  const known = made.get(language);
  if (known !== undefined) return known;
  const i18n = makeI18n(language, WORDS[language]);
  made.set(language, i18n);
  return i18n;
}
