import type { Translate } from '@highwater/i18n/make';
import type { KeyLine } from '../components/key-help.tsx';

/** The keys of a page that reads a conversation. */
export function keyLines(t: Translate, can: { readonly exports: boolean; readonly searches: boolean }): KeyLine[] {
  return [
    { keys: ['j'], does: t('reading.key.next') },
    { keys: ['k'], does: t('reading.key.previous') },
    { keys: [']'], does: t('reading.key.nextDialog') },
    { keys: ['['], does: t('reading.key.previousDialog') },
    ...(can.searches ? [{ keys: ['/'], does: t('reading.key.search') }] : []),
    { keys: ['g d'], does: t('reading.key.date') },
    { keys: ['c'], does: t('reading.key.cite') },
    ...(can.exports ? [{ keys: ['e'], does: t('reading.key.export') }] : []),
  ];
}
