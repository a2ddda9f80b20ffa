import type { Language } from '@highwater/domain';

/** The page's language from what root's loader answered; the first language where it could not. */
export function languageOfRoot(data: unknown): Language {
  const known = typeof data === 'object' && data !== null && 'language' in data ? data.language : null;
  return known === 'en' ? 'en' : 'zh-CN';
}
