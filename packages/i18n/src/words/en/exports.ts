import type { WordsLike } from '../../words.ts';
import type { exports as first } from '../zh-CN/exports.ts';

export const exports = {
  title: 'Exports',
  create: 'New export',
  missing: 'Files not included: {{count}}',
} as const satisfies WordsLike<typeof first>;
