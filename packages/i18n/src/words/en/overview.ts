import type { WordsLike } from '../../words.ts';
import type { overview as first } from '../zh-CN/overview.ts';

export const overview = {
  title: 'Overview',
  stored: 'Everything WeCom returned up to seq {{seq}} at {{time}} is stored',
} as const satisfies WordsLike<typeof first>;
