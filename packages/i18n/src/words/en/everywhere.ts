import type { WordsLike } from '../../words.ts';
import type { common as first } from '../zh-CN/everywhere.ts';

export const common = {
  product: 'Highwater',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  download: 'Download',
  showAll: 'Show all',
  showLess: 'Show less',
  none: 'None',
  more: 'More',
  back: 'Back',
  unnamed: 'Unnamed',
  language: 'Language',
  languageName: 'English',
  loading: 'Opening',
  older: 'Older',
  comma: ', ',
  keys: 'Keyboard shortcuts',
  keysShow: 'Show all shortcuts',
  titled: '{{title}}: {{text}}',
} as const satisfies WordsLike<typeof first>;
