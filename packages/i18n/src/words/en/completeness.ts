import type { WordsLike } from '../../words.ts';
import type { completeness as first } from '../zh-CN/completeness.ts';

export const completeness = {
  title: 'Completeness',
  lead: 'What WeCom returned, what is stored, and what cannot be proven.',
  none: 'Once WeCom is connected, its numbers are listed here',
  stored: 'Envelopes stored',
  opened: 'Opened',
  unknown: 'Of unknown kind',
  pages: 'Pages as received',
  chainHead: 'Head of the chain',
  unseen: 'Unseen numbers',
  unseenRanges: 'Ranges of unseen numbers',
  unseenWhy:
    'WeCom’s numbers may have holes, so these are not losses as such; but it cannot be proven that no message was among them.',
  noUnseen: 'None.',
} as const satisfies WordsLike<typeof first>;
