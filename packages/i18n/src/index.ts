export { createI18n } from './create-i18n.ts';
export type { I18n, Translate, WordKey } from './create-i18n.ts';
export type { FaultWords } from './fault-words.ts';
