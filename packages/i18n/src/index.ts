export { createI18n } from './create-i18n.ts';
export { makeI18n } from './make-i18n.ts';
export type { FlatWords } from './make-translate.ts';
export type { I18n, Translate, WordKey } from './make-i18n.ts';
export { securityText } from './security-text.ts';
export { remedyWords, type LostTime, type RemedyWords } from './remedy-words.ts';
export { findRemedy, type Remedy, type RemedyEffect, type RemedyPlace } from './find-remedy.ts';
export type { FaultWords } from './fault-words.ts';
