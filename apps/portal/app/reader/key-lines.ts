import type { Translate } from '@highwater/i18n/make';
import type { KeyLine } from '../components/key-help.tsx';

interface Can {
  /** What `[` and `]` go to. */
  readonly heads: 'dialogs' | 'conversations';
  readonly exports: boolean;
  readonly searches: boolean;
}

/** The keys of a page that reads. */
export function keyLines(t: Translate, { heads, exports, searches }: Can): KeyLine[] {
  const isOne = heads === 'dialogs';
  return [
    { keys: ['j'], does: t('reading.key.next') },
    { keys: ['k'], does: t('reading.key.previous') },
    { keys: [']'], does: t(isOne ? 'reading.key.nextDialog' : 'reading.key.nextHead') },
    { keys: ['['], does: t(isOne ? 'reading.key.previousDialog' : 'reading.key.previousHead') },
    ...(searches ? [{ keys: ['/'], does: t(isOne ? 'reading.key.search' : 'reading.searchPerson') }] : []),
    { keys: ['g d'], does: t('reading.key.date') },
    { keys: ['c'], does: t('reading.key.cite') },
    ...(exports ? [{ keys: ['e'], does: t('reading.key.export') }] : []),
  ];
}
