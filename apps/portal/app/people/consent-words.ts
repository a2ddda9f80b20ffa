import type { SeenPersonView } from '../api/types.ts';
import type { Words } from '../words/words-context.tsx';

/** Where a contact stands by messages and by WeCom's answers, and since when. */
export function consentWords(consent: SeenPersonView['consent'], { t, when }: Words): string {
  if (consent === null) return t('reader.consentNone');
  const { state, agreed, refused, since } = consent;
  const words = t(`people.consentIs.${state}`, { agreed, refused });
  return since === null ? words : t('people.consentIsSince', { words, since: when(since) });
}
