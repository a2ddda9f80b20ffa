import type { Language } from '@highwater/domain';
import { flattenWords } from './flatten-words.ts';
import type { FlatWords } from './make-translate.ts';
import { words as en } from './words/en/index.ts';
import { words as zhCN } from './words/zh-CN/index.ts';

/** All words of every language by their full path, "area.entry". */
export const FLAT_WORDS: Readonly<Record<Language, FlatWords>> = {
  'zh-CN': flattenWords(zhCN),
  en: flattenWords(en),
};
