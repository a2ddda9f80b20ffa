import type { SeenPersonView } from '../api/types.ts';
import type { Words } from '../words/words-context.tsx';

/** What a contact last decided, and since when. */
export function consentWords(consent: SeenPersonView['consent'], { t, when }: Words): string {
  if (consent === null) return t('reader.consentNone');
  const since = when(consent.since);
  if (consent.state === 'agreed') return t('reader.consentAgreed', { since });
  if (consent.state === 'refused') return t('reader.consentRefused', { since });
  return t('reader.consentMixed', { since, agreed: consent.agreed, refused: consent.refused });
}
